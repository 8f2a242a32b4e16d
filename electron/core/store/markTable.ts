import type { Database } from 'better-sqlite3';

/** What people put on a call: the columns `noted` and `tagged` say at a glance whether there is anything. */
export interface Marks {
  readonly hasNote: boolean;
  /** By name. */
  readonly tags: readonly string[];
}

const noMarks: Marks = { hasNote: false, tags: [] };

/** SQL that holds when something is in `table`, on the call or on one that was joined into it, of which `condition` holds. */
export function isOn(call: string, table: 'notes' | 'tags', condition = 'TRUE'): string {
  return `(EXISTS (SELECT 1 FROM ${table} WHERE ${table}.ref = ${call}.ref AND ${condition})
    OR EXISTS (SELECT 1 FROM parts CROSS JOIN ${table} ON ${table}.ref = parts.ref WHERE head = ${call}.ref AND ${condition}))`;
}

/** Which calls have notes and tags. A note or a tag on a call that was joined into another is on that one. */
export function markTable(db: Database) {
  const noted = isOn('calls', 'notes');
  const tagged = isOn('calls', 'tags');
  const refresh = db.prepare<[string]>(
    `UPDATE calls SET noted = ${noted}, tagged = ${tagged}
     WHERE ref = ? AND (noted, tagged) IS NOT (${noted}, ${tagged})`,
  );
  const marked = db.prepare<[string], { noted: number; tagged: number }>(
    'SELECT noted, tagged FROM calls WHERE ref = ?',
  );
  const tagsOf = db.prepare<[{ ref: string }], { tag: string }>(
    `SELECT DISTINCT tag, folded FROM (SELECT @ref AS ref UNION SELECT ref FROM parts WHERE head = @ref) AS own
       CROSS JOIN tags ON tags.ref = own.ref CROSS JOIN tag_names ON id = tag_id
     ORDER BY folded`,
  );

  return {
    /** Looks anew at what lies on the call with this ref, and on its parts. */
    refresh: (ref: string) => void refresh.run(ref),
    of(ref: string): Marks {
      const row = marked.get(ref);
      if (row === undefined) return noMarks;
      return { hasNote: row.noted === 1, tags: row.tagged === 1 ? tagsOf.all({ ref }).map(({ tag }) => tag) : [] };
    },
  };
}

import type { Database } from 'better-sqlite3';

import type { TagCount } from '../../../shared/callFilter.ts';
import { foldText } from '../text/fold.ts';

/** What people put on calls. A tag is one and the same in every spelling, and keeps the one first used. */
export function tagTable(db: Database) {
  const name = db.prepare<[string, string]>(
    'INSERT INTO tag_names (folded, tag) VALUES (?, ?) ON CONFLICT (folded) DO NOTHING',
  );
  const named = db.prepare<[string], { id: number; tag: string }>('SELECT id, tag FROM tag_names WHERE folded = ?');
  const put = db.prepare<[string, number]>('INSERT INTO tags (ref, tag_id) VALUES (?, ?) ON CONFLICT DO NOTHING');
  const remove = db.prepare<[string, number]>('DELETE FROM tags WHERE ref = ? AND tag_id = ?');
  const forget = db.prepare<[number]>(
    'DELETE FROM tag_names WHERE id = ? AND NOT EXISTS (SELECT 1 FROM tags WHERE tag_id = id)',
  );
  const of = db.prepare<[string], { id: number }>('SELECT tag_id AS id FROM tags WHERE ref = ?');
  const list = db.prepare<[], TagCount>(
    `SELECT tag, count(*) - (
         SELECT count(*) - count(DISTINCT head) FROM parts CROSS JOIN tags ON tags.ref = parts.ref AND tag_id = id
       ) AS calls
     FROM tag_names CROSS JOIN tags INDEXED BY tags_tag ON tag_id = id GROUP BY id ORDER BY folded`,
  );

  const take = (ref: string, id: number): boolean => {
    const isTaken = remove.run(ref, id).changes > 0;
    if (isTaken) forget.run(id);
    return isTaken;
  };

  return {
    /** Says whether it was not there before. */
    put(ref: string, tag: string): boolean {
      const folded = foldText(tag);
      name.run(folded, tag);
      const row = named.get(folded);
      return row !== undefined && put.run(ref, row.id).changes > 0;
    },
    /**
     * Takes a tag off; one that is on no call any more is forgotten, with its spelling. Returns how it was spelt, or null
     * when it was not there.
     */
    remove(ref: string, tag: string): string | null {
      const row = named.get(foldText(tag));
      return row !== undefined && take(ref, row.id) ? row.tag : null;
    },
    /** Takes all of them off. */
    removeAll(ref: string): void {
      for (const { id } of of.all(ref)) take(ref, id);
    },
    /** Those in use, by name, with the number of calls; calls that were joined count as one. */
    list: () => list.all(),
  };
}

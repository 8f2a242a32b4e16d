import type { Database } from 'better-sqlite3';

/**
 * Tables of what people wrote, decided and deleted: unlike calls it cannot be worked out again. Each with what its rows are
 * sorted by, in an order in which rows come after those they point at.
 */
export const writtenTables = {
  removed: 'ref',
  settled_by_hand: 'ref',
  notes: 'ref',
  tags: 'ref, tag',
  snoozed: 'ref',
  held_back: 'ref',
  contacts: 'id',
  contact_numbers: 'key',
} as const;
export type WrittenTable = keyof typeof writtenTables;

export type WrittenRow = Readonly<Record<string, string | number | null>>;

/** Writes rows of such a table as they stood in another file; what stands here already stays. */
export function bringIn(db: Database, table: WrittenTable, rows: readonly WrittenRow[]): void {
  const known = new Set(
    db
      .prepare<[], { name: string }>(`SELECT name FROM pragma_table_info('${table}')`)
      .all()
      .map(({ name }) => name),
  );
  for (const row of rows) {
    const columns = Object.keys(row).filter((name) => known.has(name));
    const values = columns.map((name) => `@${name}`).join(', ');
    db.prepare<[WrittenRow]>(`INSERT OR IGNORE INTO ${table} (${columns.join(', ')}) VALUES (${values})`).run(row);
  }
}

import type { Database } from 'better-sqlite3';

/** With which version of the rules the calls were worked out: each of them with this one or a later one. */
export function rulesTable(db: Database) {
  const version = db.prepare<[], { version: number }>('SELECT version FROM rules');
  const record = db.prepare<[number]>('UPDATE rules SET version = ?');

  return {
    /** 0 when no run of theirs was ever finished. */
    version: () => version.get()?.version ?? 0,
    record: (newVersion: number) => void record.run(newVersion),
  };
}

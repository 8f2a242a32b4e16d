import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { ContactChange } from '../contacts/changes.ts';

interface ChangeRow {
  readonly id: number;
  readonly before: string | null;
  readonly revision: number | null;
}

/** What imports in progress did to contacts, written along with it: an import that was cut off is found here. */
export function importTable(db: Database) {
  const begin = db.prepare<[Us]>('INSERT INTO import_runs (began_at_us) VALUES (?)');
  const end = db.prepare<[number]>('DELETE FROM import_runs WHERE id = ?');
  const runs = db.prepare<[], number>('SELECT id FROM import_runs ORDER BY id').pluck();
  // The first state of a contact is the one to go back to.
  const note = db.prepare<[number, number, string | null, number | null]>(
    `INSERT INTO import_changes (run, contact, before, revision) VALUES (?, ?, ?, ?)
     ON CONFLICT (run, contact) DO UPDATE SET revision = excluded.revision`,
  );
  const changes = db.prepare<[number, number], ChangeRow>(
    'SELECT contact AS id, before, revision FROM import_changes WHERE run = ? LIMIT ?',
  );
  const drop = db.prepare<[number, number]>('DELETE FROM import_changes WHERE run = ? AND contact = ?');
  const ended = db
    .prepare<[], number>('SELECT run FROM import_changes WHERE run NOT IN (SELECT id FROM import_runs) LIMIT 1')
    .pluck();

  return {
    begin: (atUs: Us): number => Number(begin.run(atUs).lastInsertRowid),
    /** From now on nothing of it is taken back; `tidy` forgets what it did. */
    end: (run: number) => void end.run(run),
    /** Those that have begun and not ended. */
    runs: (): number[] => runs.all(),
    note: (run: number, { id, before, revision }: ContactChange) =>
      void note.run(run, id, before === null ? null : JSON.stringify(before), revision),
    /** What a run did, at most so many of the contacts. */
    changes: (run: number, most: number): ContactChange[] =>
      changes.all(run, most).map((row) => ({
        ...row,
        before: row.before === null ? null : (JSON.parse(row.before) as ContactChange['before']),
      })),
    drop: (run: number, contact: number) => void drop.run(run, contact),
    /** Forgets some of what ended runs did, at most so many of the contacts. Returns whether there was anything. */
    tidy(most: number): boolean {
      const run = ended.get();
      if (run === undefined) return false;
      for (const { id } of changes.all(run, most)) drop.run(run, id);
      return true;
    },
  };
}

import type { Database } from 'better-sqlite3';

import { callerTable } from './callerTable.ts';
import { callFinder } from './callFinder.ts';
import { callTable } from './callTable.ts';
import { contactNames } from './contactNames.ts';
import { contactTable } from './contactTable.ts';
import { dayTable } from './dayTable.ts';
import { eventHourTable } from './eventHourTable.ts';
import { eventTable } from './eventTable.ts';
import { followUpTable } from './followUpTable.ts';
import { forwardTable } from './forwardTable.ts';
import { gapTable } from './gapTable.ts';
import { heldBackTable } from './heldBackTable.ts';
import { identityTable } from './identityTable.ts';
import { importTable } from './importTable.ts';
import { markTable } from './markTable.ts';
import { noteTable } from './noteTable.ts';
import { overheardTable } from './overheardTable.ts';
import { partTable } from './partTable.ts';
import { partyTable } from './partyTable.ts';
import { rejectedTable } from './rejectedTable.ts';
import { removedTable } from './removedTable.ts';
import { rulesTable } from './rulesTable.ts';
import { snoozeTable } from './snoozeTable.ts';
import { strangerTable } from './strangerTable.ts';
import { tagTable } from './tagTable.ts';

/** The tables of one open database, and the transaction around them. */
export type Store = ReturnType<typeof storeOn>;

export function storeOn(db: Database) {
  return {
    identities: identityTable(db),
    events: eventTable(db),
    eventHours: eventHourTable(db),
    calls: callTable(db),
    days: dayTable(db),
    finder: callFinder(db),
    parties: partyTable(db),
    parts: partTable(db),
    followUps: followUpTable(db),
    overheard: overheardTable(db),
    callers: callerTable(db),
    contacts: contactTable(db),
    imports: importTable(db),
    snoozes: snoozeTable(db),
    names: contactNames(db),
    notes: noteTable(db),
    tags: tagTable(db),
    marks: markTable(db),
    heldBack: heldBackTable(db),
    strangers: strangerTable(db),
    rejected: rejectedTable(db),
    gaps: gapTable(db),
    forwards: forwardTable(db),
    removed: removedTable(db),
    rules: rulesTable(db),

    /** Runs `work` in one transaction: on the disk when this returns, undone when it throws. */
    write: <Result>(work: () => Result): Result => db.transaction(work).immediate(),

    /** Runs `work` and takes back whatever it wrote: none of it reaches the disk. */
    tryOut: <Result>(work: () => Result): Result => {
      db.exec('BEGIN IMMEDIATE');
      try {
        return work();
      } finally {
        // What the disk refuses is taken back by SQLite itself.
        if (db.inTransaction) db.exec('ROLLBACK');
      }
    },

    /** Brings what was deleted out of the write-ahead log as well. False while a reader (an export, say) is in the way. */
    forget(): boolean {
      const timeout = String(db.pragma('busy_timeout', { simple: true }));
      // A reader may take minutes, and a ring waits for nobody.
      db.pragma('busy_timeout = 0');
      try {
        const [result] = db.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
        return result?.busy === 0;
      } finally {
        db.pragma(`busy_timeout = ${timeout}`);
      }
    },

    /** Whether the disk takes a write now. @throws SqliteError when it does not */
    probe(): void {
      db.transaction(() =>
        db.pragma(`user_version = ${String(db.pragma('user_version', { simple: true }))}`),
      ).immediate();
    },

    /** Writes all of it into a new file. @throws when the disk refuses, or the file is there already */
    copyTo: (path: string) => void db.prepare('VACUUM INTO ?').run(path),

    close: () => void db.close(),
  };
}

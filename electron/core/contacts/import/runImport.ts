import type { Us } from '../../../../shared/call.ts';
import type { Store } from '../../store/store.ts';
import { turns } from '../../turns.ts';
import { type ContactChange, takeBack } from '../changes.ts';
import type { PlannedRow } from './planRows.ts';
import { type RowOutcome, writeRow } from './writeRows.ts';

/** Rows that one transaction writes at most; it ends earlier when its turn is over. */
const sliceRows = 200;

export interface Counts {
  readonly added: number;
  readonly merged: number;
  readonly skipped: number;
  readonly bad: number;
}

interface RunOptions {
  readonly rows: readonly PlannedRow[];
  /** One transaction. @throws when it could not be written */
  readonly write: <Result>(work: (store: Store) => Result) => Result;
  readonly nowUs: () => Us;
  readonly progressed: (done: number) => void;
  readonly isCancelled: () => boolean;
}

/** An import that came to its end. */
export interface Imported {
  readonly counts: Counts;
  /** What it did to each contact. */
  readonly changes: readonly ContactChange[];
}

/**
 * Writes the rows in slices, a transaction each, letting events in between. Null when it was cancelled: all of it has
 * been taken back then, as it is before an error of the disk is thrown on, as far as the disk allows. What a crash cuts off
 * is taken back at the next start.
 */
export async function runImport({ rows, write, nowUs, progressed, isCancelled }: RunOptions): Promise<Imported | null> {
  const counts = { added: 0, merged: 0, skipped: 0, bad: 0 };
  const changes = new Map<number, ContactChange>();
  const contacts: (number | null)[] = [];
  const time = turns();
  const run = write((store) => store.imports.begin(nowUs()));
  /** What it did is for good, as long as nobody undoes it. */
  const end = async () => {
    write((store) => store.imports.end(run));
    while (write((store) => store.imports.tidy(sliceRows))) await time.next();
  };
  const giveUp = async () => {
    await takeAllBack([...changes.values()], write);
    await end();
  };
  try {
    while (contacts.length < rows.length && !isCancelled()) {
      await time.next();
      const from = contacts.length;
      const outcomes = write((store) => {
        const slice: RowOutcome[] = [];
        const contactOf = (index: number) => contacts[index] ?? slice[index - from]?.id ?? null;
        for (const row of rows.slice(from, from + sliceRows)) {
          const outcome = writeRow(store, row, contactOf, nowUs());
          if ('change' in outcome) store.imports.note(run, outcome.change);
          slice.push(outcome);
          if (time.isOver()) break;
        }
        return slice;
      });
      // Counted only now that they are on the disk.
      for (const outcome of outcomes) {
        counts[outcome.kind] += 1;
        contacts.push(outcome.id);
        if ('change' in outcome) remember(changes, outcome.change);
      }
      progressed(contacts.length);
    }
  } catch (error) {
    await giveUp().catch(() => {});
    throw error;
  }
  if (isCancelled()) {
    await giveUp();
    return null;
  }
  await end();
  return { counts, changes: [...changes.values()] };
}

/** The first state of a contact is the one to go back to. */
function remember(changes: Map<number, ContactChange>, change: ContactChange): void {
  const first = changes.get(change.id);
  changes.set(change.id, first === undefined ? change : { ...change, before: first.before });
}

/** Takes an import back, in slices as well; contacts that somebody changed since stay as they are. */
export async function takeAllBack(
  changes: readonly ContactChange[],
  write: <Result>(work: (store: Store) => Result) => Result,
): Promise<void> {
  const time = turns();
  for (let done = 0; done < changes.length; await time.next()) {
    const from = done;
    done = write((store) => {
      let at = from;
      for (; at < changes.length && at < from + sliceRows && !time.isOver(); at++)
        takeBack(store, changes.slice(at, at + 1));
      return at;
    });
  }
}

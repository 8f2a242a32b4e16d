import type { Database, Statement } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { CallEvent } from '../calls/event.ts';
import type { Identity } from '../calls/identity.ts';
import type { Clock } from '../ports.ts';
import { connectForReading } from './connection.ts';
import { project } from './project.ts';
import { salvageWritten } from './salvageWritten.ts';
import { troubleOf } from './sqliteError.ts';
import type { Store } from './store.ts';

interface SavedRow {
  readonly digest: Buffer;
  readonly identity_id: number;
  readonly received_at_us: Us;
  readonly repaired: number;
  readonly event: string;
  readonly body: Buffer;
}

type Reading = Statement<[{ low: number; high: number }], SavedRow>;

/** Rows read at once. A range that cannot be read is halved down to the single broken row. */
const range = 4096;

/**
 * Brings everything that people wrote and every event that can still be read from a damaged database into a fresh one, and
 * works the calls out.
 * Reads in slices and lets arriving events in between. Returns how many events came back; 0 when nothing can be read.
 *
 * @param me who I am now, for events that no longer say who I was when they arrived
 * @throws when the disk refuses; what came back by then stays, and the rest may be asked for again
 */
export async function salvage(path: string, into: Store, me: Identity, clock: Clock): Promise<number> {
  const from = connectForReading(path);
  let saved = 0;
  try {
    // Without it SQLite reads nothing at all of a file that is shorter than its header says.
    from.unsafeMode();
    from.pragma('writable_schema = ON');
    // First, so that what was deleted stays away, and what was settled comes back settled.
    into.write(() => salvageWritten(from, into));
    const identities = identitiesOf(from);
    // The limit keeps SQLite from stepping on to the row after the range, which may be broken, to see that it is past.
    const read: Reading = from.prepare(
      `SELECT digest, identity_id, received_at_us, repaired, event, body
       FROM events WHERE id BETWEEN @low AND @high ORDER BY id LIMIT @high - @low + 1`,
    );
    const lowest = lowestId(from);
    const highest = highestId(from);
    for (let low = lowest; low <= highest; low += range) {
      const rows = readable(read, low, Math.min(low + range - 1, highest));
      saved += bring(rows, into, (row) => identities.get(row.identity_id) ?? me, clock.nowUs());
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    if (troubleOf(error) !== 'damaged') throw error;
  } finally {
    from.close();
  }
  return saved;
}

/** None where their page is broken: there are too few to save them one by one. */
function identitiesOf(db: Database): ReadonlyMap<number, Identity> {
  try {
    const rows = db.prepare<[], { id: number; addresses: string }>('SELECT id, addresses FROM identities').all();
    return new Map(rows.map(({ id, addresses }) => [id, JSON.parse(addresses) as Identity]));
  } catch {
    return new Map();
  }
}

function lowestId(db: Database): number {
  const first = db.prepare<[], { id: number }>('SELECT id FROM events ORDER BY id LIMIT 1');
  return unlessBroken(() => first.get()?.id ?? 1) ?? 1;
}

/** The highest id that can be read. Where the end of the table is broken, the last one before it is found by halving. */
function highestId(db: Database): number {
  const lastUpTo = db.prepare<[number], { id: number }>('SELECT id FROM events WHERE id <= ? ORDER BY id DESC LIMIT 1');
  const highestUpTo = (limit: number) => unlessBroken(() => lastUpTo.get(limit)?.id ?? 0);
  let whole = 0;
  let broken = Number.MAX_SAFE_INTEGER;
  const highest = highestUpTo(broken);
  if (highest !== null) return highest;
  while (broken - whole > 1) {
    const middle = Math.floor(whole + (broken - whole) / 2);
    if (highestUpTo(middle) === null) broken = middle;
    else whole = middle;
  }
  return highestUpTo(whole) ?? 0;
}

function readable(read: Reading, low: number, high: number): SavedRow[] {
  const rows = unlessBroken(() => read.all({ low, high }));
  if (rows !== null) return rows;
  if (low === high) return [];
  const middle = Math.floor((low + high) / 2);
  return [...readable(read, low, middle), ...readable(read, middle + 1, high)];
}

function unlessBroken<Result>(read: () => Result): Result | null {
  try {
    return read();
  } catch (error) {
    if (troubleOf(error) !== 'damaged') throw error;
    return null;
  }
}

/** Writes the rows and their calls in one transaction. Returns how many were new. */
function bring(rows: readonly SavedRow[], into: Store, identityOf: (row: SavedRow) => Identity, nowUs: Us): number {
  return into.write(() => {
    let saved = 0;
    const refs = new Set<string>();
    for (const row of rows) {
      const event = understood(row);
      if (event === null) continue;
      const isNew = into.events.append({
        event,
        digest: row.digest,
        identityId: into.identities.idOf(identityOf(row)),
        receivedAtUs: row.received_at_us,
        repaired: row.repaired === 1,
        body: row.body,
      });
      if (isNew) saved += 1;
      refs.add(event.ref);
    }
    for (const ref of refs) project(into, ref, nowUs);
    return saved;
  });
}

/** A row may be readable and yet hold rubbish where its page is broken. */
function understood(row: SavedRow): CallEvent | null {
  try {
    return JSON.parse(row.event) as CallEvent;
  } catch {
    return null;
  }
}

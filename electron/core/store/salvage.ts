import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { CallEvent } from '../calls/event.ts';
import type { Address } from '../calls/identity.ts';
import { connectForReading } from './connection.ts';
import { project } from './project.ts';
import { troubleOf } from './sqliteError.ts';
import type { Store } from './store.ts';

interface SavedRow {
  readonly id: number;
  readonly digest: Buffer;
  readonly received_at_us: Us;
  readonly repaired: number;
  readonly event: string;
  readonly body: Buffer;
  readonly addresses: string | null;
}

/** Rows read at once. A range that cannot be read is halved down to the single broken row. */
const range = 4096;

/**
 * Brings every event that can still be read from a damaged database into a fresh one and works their calls out.
 * Reads in slices and lets arriving events in between. Returns how many events came back; 0 when nothing can be read.
 */
export async function salvage(path: string, into: Store): Promise<number> {
  let saved = 0;
  let from: Database;
  let bounds: { low: number; high: number };
  try {
    from = connectForReading(path);
  } catch {
    return 0;
  }
  try {
    bounds = idBounds(from);
    const read = from.prepare<[number, number], SavedRow>(
      `SELECT events.id, digest, received_at_us, repaired, event, body,
              (SELECT addresses FROM identities WHERE identities.id = identity_id) AS addresses
       FROM events WHERE events.id BETWEEN ? AND ? ORDER BY events.id`,
    );
    for (let low = bounds.low; low <= bounds.high; low += range) {
      const rows = readable(read, low, Math.min(low + range - 1, bounds.high));
      saved += bring(rows, into);
      await new Promise((resolve) => setImmediate(resolve));
    }
  } catch (error) {
    if (troubleOf(error) !== 'damaged') throw error;
  } finally {
    from.close();
  }
  return saved;
}

function idBounds(db: Database): { low: number; high: number } {
  const edge = (order: 'ASC' | 'DESC') =>
    db.prepare<[], { id: number }>(`SELECT id FROM events ORDER BY id ${order} LIMIT 1`).get()?.id;
  return { low: edge('ASC') ?? 1, high: edge('DESC') ?? 0 };
}

function readable(read: { all(low: number, high: number): SavedRow[] }, low: number, high: number): SavedRow[] {
  try {
    return read.all(low, high);
  } catch (error) {
    if (troubleOf(error) !== 'damaged') throw error;
    if (low === high) return [];
    const middle = Math.floor((low + high) / 2);
    return [...readable(read, low, middle), ...readable(read, middle + 1, high)];
  }
}

/** Writes the rows and their calls in one transaction. Returns how many were new. */
function bring(rows: readonly SavedRow[], into: Store): number {
  return into.write(() => {
    let saved = 0;
    const refs = new Set<string>();
    for (const row of rows) {
      const read = understood(row);
      if (read === null) continue;
      const identityId = into.identities.idOf(read.me);
      const { event } = read;
      const isNew = into.events.append({
        event,
        digest: row.digest,
        identityId,
        receivedAtUs: row.received_at_us,
        repaired: row.repaired === 1,
        body: row.body,
      });
      if (isNew) saved += 1;
      refs.add(event.ref);
    }
    for (const ref of refs) project(into, ref);
    return saved;
  });
}

/** A row may be readable and yet hold rubbish where its page is broken. */
function understood(row: SavedRow): { event: CallEvent; me: Address[] } | null {
  try {
    return { event: JSON.parse(row.event) as CallEvent, me: JSON.parse(row.addresses ?? '[]') as Address[] };
  } catch {
    return null;
  }
}

import type { Database } from 'better-sqlite3';

import type { RawEvent, Us } from '../../../shared/call.ts';
import type { CallEvent } from '../calls/event.ts';
import type { Address, Identity } from '../calls/identity.ts';

export interface NewEvent {
  readonly event: CallEvent;
  readonly digest: Buffer;
  readonly identityId: number;
  readonly receivedAtUs: Us;
  readonly repaired: boolean;
  /** The bytes as they came. */
  readonly body: Buffer;
}

/** Everything known of one `ref`. */
export interface EventsOfCall {
  readonly events: readonly CallEvent[];
  /** Everyone I was while the events arrived. */
  readonly me: Identity;
  readonly lastReceivedAtUs: Us;
}

/** The events: appended, never changed, removed only when they are other people's. */
export function eventTable(db: Database) {
  const insert = db.prepare<[string, Buffer, number, Us, number, string, Buffer]>(
    `INSERT INTO events (ref, digest, identity_id, received_at_us, repaired, event, body)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT (ref, digest) DO NOTHING`,
  );
  const ofCall = db.prepare<[string], { event: string; identity_id: number; received_at_us: Us }>(
    'SELECT event, identity_id, received_at_us FROM events WHERE ref = ?',
  );
  const identity = db.prepare<[number], { addresses: string }>('SELECT addresses FROM identities WHERE id = ?');
  const raw = db.prepare<
    [string],
    { id: number; action: string; sentAtUs: Us; receivedAtUs: Us; repaired: number; body: Buffer }
  >(
    `SELECT id, event ->> 'action' AS action, event ->> 'sentAtUs' AS sentAtUs, received_at_us AS receivedAtUs,
            repaired, body
     FROM events WHERE ref = ? ORDER BY id`,
  );
  const last = db.prepare<[], { at: Us }>('SELECT received_at_us AS at FROM events ORDER BY id DESC LIMIT 1');
  const delays = db.prepare<[string, number], { delay: Us }>(
    `SELECT received_at_us - (event ->> 'sentAtUs') AS delay FROM events
     WHERE ref NOT IN (SELECT value FROM json_each(?)) ORDER BY id DESC LIMIT ? + 0`,
  );
  const after = db.prepare<[number, number], { id: number; ref: string }>(
    'SELECT id, ref FROM events WHERE id > ? ORDER BY id LIMIT ?',
  );

  return {
    /** Returns whether the event is new. */
    append({ event, digest, identityId, receivedAtUs, repaired, body }: NewEvent): boolean {
      const json = JSON.stringify(event);
      return insert.run(event.ref, digest, identityId, receivedAtUs, Number(repaired), json, body).changes === 1;
    },

    ofCall(ref: string): EventsOfCall {
      const rows = ofCall.all(ref);
      const identities = new Set(rows.map((row) => row.identity_id));
      return {
        events: rows.map((row) => JSON.parse(row.event) as CallEvent),
        me: [...identities].flatMap((id) => JSON.parse(identity.get(id)?.addresses ?? '[]') as Address[]),
        lastReceivedAtUs: Math.max(0, ...rows.map((row) => row.received_at_us)),
      };
    },

    /** In order of arrival. */
    raw(ref: string): RawEvent[] {
      return raw.all(ref).map((row) => ({ ...row, repaired: row.repaired === 1, body: row.body.toString('utf8') }));
    },

    lastReceivedAtUs(): Us | null {
      return last.get()?.at ?? null;
    },

    /** How much later than they were sent, by the PBX's clock, the last events of other calls arrived by ours. */
    delaysBeside: (refs: readonly string[], limit: number) =>
      delays.all(JSON.stringify(refs), limit).map((row) => row.delay),

    /** Which events came next after the one with this id, at most `limit`; 0 starts at the beginning. */
    after: (id: number, limit: number) => after.all(id, limit),
  };
}

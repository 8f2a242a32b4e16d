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
  const ofCall = db.prepare<[string], { event: string; addresses: string; received_at_us: Us }>(
    `SELECT events.event, identities.addresses, events.received_at_us
     FROM events CROSS JOIN identities ON identities.id = events.identity_id
     WHERE events.ref = ?`,
  );
  const raw = db.prepare<
    [string],
    { id: number; action: string; sentAtUs: Us; receivedAtUs: Us; repaired: number; body: Buffer }
  >(
    `SELECT id, event ->> 'action' AS action, event ->> 'sentAtUs' AS sentAtUs, received_at_us AS receivedAtUs,
            repaired, body
     FROM events WHERE ref = ? ORDER BY id`,
  );
  const last = db.prepare<[], { at: Us }>('SELECT received_at_us AS at FROM events ORDER BY id DESC LIMIT 1');
  const refsAfter = db.prepare<[string, number], { ref: string }>(
    'SELECT DISTINCT ref FROM events WHERE ref > ? ORDER BY ref LIMIT ?',
  );

  return {
    /** Returns whether the event is new. */
    append({ event, digest, identityId, receivedAtUs, repaired, body }: NewEvent): boolean {
      const json = JSON.stringify(event);
      return insert.run(event.ref, digest, identityId, receivedAtUs, Number(repaired), json, body).changes === 1;
    },

    ofCall(ref: string): EventsOfCall {
      const rows = ofCall.all(ref);
      const addresses = new Set(rows.map((row) => row.addresses));
      return {
        events: rows.map((row) => JSON.parse(row.event) as CallEvent),
        me: [...addresses].flatMap((json) => JSON.parse(json) as Address[]),
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

    /** The next `limit` refs after `ref` in their own order; "" starts at the beginning. */
    refsAfter(ref: string, limit: number): string[] {
      return refsAfter.all(ref, limit).map((row) => row.ref);
    },
  };
}

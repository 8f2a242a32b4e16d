import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';

/** How many bodies wait at most; at 64 KiB each, far more than any of them has, this is 640 MB. */
const mostRows = 10_000;

export interface Forward {
  readonly id: number;
  readonly receivedAtUs: Us;
  /** The bytes as they came. */
  readonly body: Buffer;
}

/** Copies of events that go on to another address, in the order in which they came. */
export function forwardTable(db: Database) {
  const insert = db.prepare<[Us, Buffer]>('INSERT INTO forwards (received_at_us, body) VALUES (?, ?)');
  const trim = db.prepare<[number]>('DELETE FROM forwards WHERE id <= ?');
  const next = db.prepare<[number], Forward>(
    'SELECT id, received_at_us AS receivedAtUs, body FROM forwards ORDER BY id LIMIT ?',
  );
  const count = db.prepare<[], { waiting: number }>('SELECT count(*) AS waiting FROM forwards');
  const clear = db.prepare<[]>('DELETE FROM forwards');
  const state = db.prepare<[], { lastSuccessUs: Us | null; givenUp: number }>(
    'SELECT last_success_us AS lastSuccessUs, given_up AS givenUp FROM forwarding',
  );
  const succeeded = db.prepare<[Us]>('UPDATE forwarding SET last_success_us = ?');
  const giveUp = db.prepare<[number]>('UPDATE forwarding SET given_up = given_up + ?');

  const remove = (upToId: number) => trim.run(upToId).changes;

  return {
    /** Puts a body at the end of the queue; where that is full, the oldest ones are given up on. */
    add(receivedAtUs: Us, body: Buffer): void {
      const { lastInsertRowid } = insert.run(receivedAtUs, body);
      const dropped = remove(Number(lastInsertRowid) - mostRows);
      if (dropped > 0) giveUp.run(dropped);
    },
    /** Those whose turn it is. */
    next: (limit: number) => next.all(limit),
    waiting: () => count.get()?.waiting ?? 0,
    /** This one and all before it are done with: sent, but for so many. `sentAtUs` is null when none was. */
    settle(upToId: number, { givenUp, sentAtUs }: { givenUp: number; sentAtUs: Us | null }): void {
      remove(upToId);
      if (sentAtUs !== null) succeeded.run(sentAtUs);
      if (givenUp > 0) giveUp.run(givenUp);
    },
    clear: () => void clear.run(),
    state: () => state.get() ?? { lastSuccessUs: null, givenUp: 0 },
  };
}

import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { RejectedDelivery } from '../../../shared/status.ts';

/** How many refused bodies are kept; older ones make room. At 64 KiB each this is 13 MB at the most. */
const kept = 200;

/** Bodies that were refused, as they came, so that nothing is lost when it was us who did not understand. */
export function rejectedTable(db: Database) {
  const insert = db.prepare<[Us, string, number, Buffer]>(
    'INSERT INTO rejected (received_at_us, reason, size, body) VALUES (?, ?, ?, ?)',
  );
  const trim = db.prepare<[number]>(
    'DELETE FROM rejected WHERE id <= (SELECT id FROM rejected ORDER BY id DESC LIMIT 1 OFFSET ?)',
  );
  const list = db.prepare<[], Omit<RejectedDelivery, 'body'> & { body: Buffer }>(
    'SELECT id, received_at_us AS receivedAtUs, reason, size, body FROM rejected ORDER BY id DESC',
  );
  const get = db.prepare<[number], { receivedAtUs: Us; body: Buffer }>(
    'SELECT received_at_us AS receivedAtUs, body FROM rejected WHERE id = ?',
  );
  const remove = db.prepare<[number]>('DELETE FROM rejected WHERE id = ?');
  const count = db.prepare<[], { kept: number }>('SELECT count(*) AS kept FROM rejected');

  return {
    add(receivedAtUs: Us, reason: string, body: Buffer): void {
      insert.run(receivedAtUs, reason, body.length, body);
      trim.run(kept);
    },
    /** Newest first. */
    list: (): RejectedDelivery[] => list.all().map((row) => ({ ...row, body: row.body.toString('utf8') })),
    /** The bytes as they came; null when they have made room meanwhile. */
    get: (id: number) => get.get(id) ?? null,
    remove: (id: number) => void remove.run(id),
    count: () => count.get()?.kept ?? 0,
  };
}

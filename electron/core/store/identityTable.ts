import type { Database } from 'better-sqlite3';

import type { Identity } from '../calls/identity.ts';

/** Who I was, each version once. An event points at the one in force when it arrived. */
export function identityTable(db: Database) {
  const insert = db.prepare<[string]>('INSERT INTO identities (addresses) VALUES (?) ON CONFLICT DO NOTHING');
  const find = db.prepare<[string], { id: number }>('SELECT id FROM identities WHERE addresses = ?');

  return {
    /** The number that stands for this identity; made when it is new. */
    idOf(identity: Identity): number {
      const addresses = JSON.stringify(identity);
      insert.run(addresses);
      const row = find.get(addresses);
      if (row === undefined) throw new Error('An identity that was just written is not there.');
      return row.id;
    },
  };
}

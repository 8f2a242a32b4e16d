import Database from 'better-sqlite3';

import { normalise } from '../../electron/core/ingest/normalise.ts';
import { openStore } from '../../electron/core/store/open.ts';
import { project } from '../../electron/core/store/project.ts';
import { hangupEvent } from './wire.ts';

/** How many calls, and when the first of them was; each further one a minute later. */
export interface Filling {
  readonly calls: number;
  readonly fromUs: number;
}

/** Writes a log of missed calls to extension 1002, one event each: `call-0`, `call-1` and so on. */
export function fillLog(path: string, { calls, fromUs }: Filling): void {
  const opened = openStore(path, new Date());
  if (opened.kind !== 'open') throw new Error(`cannot be opened: ${opened.kind}`);
  const { store } = opened;
  store.write(() => {
    const identityId = store.identities.idOf([{ extension: '1002', domain: null }]);
    for (let n = 0; n < calls; n += 1) {
      const receivedAtUs = fromUs + n * 60_000_000;
      const fields = { ref: `call-${n}`, channel_uuid: `leg-${n}`, originating_leg_uuid: `call-${n}` };
      const wire = hangupEvent(receivedAtUs, 20_000_000, 'NO_ANSWER', fields);
      const normalised = normalise(wire, receivedAtUs);
      if (normalised.kind !== 'event') throw new Error(normalised.kind);
      const { event, digest } = normalised;
      const body = Buffer.from(JSON.stringify(wire));
      store.events.append({ event, digest, identityId, receivedAtUs, repaired: false, body });
      project(store, event.ref, receivedAtUs);
    }
  });
  store.close();
}

/** A page of the file, numbered from 1, and how many rows it holds. */
export interface Page {
  readonly number: number;
  readonly rows: number;
}

/** The pages that hold the rows of a table or the entries of an index, in their order. */
export function leavesOf(path: string, name: string): Page[] {
  const db = new Database(path, { readonly: true });
  try {
    return db
      .prepare<[string], Page>(
        `SELECT pageno AS number, ncell AS rows FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY path`,
      )
      .all(name);
  } finally {
    db.close();
  }
}

export const pageSize = 4096;

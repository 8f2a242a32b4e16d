import Database from 'better-sqlite3';

import type { CallEvent } from '../../electron/core/calls/event.ts';
import type { Identity } from '../../electron/core/calls/identity.ts';
import type { Log } from '../../electron/core/ports.ts';
import type { LoggedCall } from '../../electron/core/store/callTable.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { projectAll } from '../../electron/core/store/projectAll.ts';
import { type Store, storeOn } from '../../electron/core/store/store.ts';
import type { Change } from '../../electron/core/store/writeCall.ts';

/** The real store with its real migrations, for rules that take more than one call; thousands fit into a test. */
export interface MemoryLog {
  readonly store: Store;
  /** Takes events as one delivery; each batch is what one turn of the loop brought. */
  take(batch: readonly CallEvent[], nowUs: number): Change[];
  /** Works every call out again, in this order. */
  rebuild(refs: readonly string[], nowUs: number): void;
  /** The whole log, newest first. */
  calls(): LoggedCall[];
  /** What is kept of other people's calls. */
  overheard(): { ref: string; person: string; handedBy: string | null }[];
  close(): void;
}

/** Bugs must show. */
const log: Log = {
  info() {},
  warn() {},
  error(message, fields) {
    throw new Error(`${message} ${JSON.stringify(fields)}`);
  },
};

export function memoryLog(me: Identity): MemoryLog {
  const db = new Database(':memory:');
  migrate(db);
  const store = storeOn(db);
  const overheard = db.prepare<[], { ref: string; person: string; handedBy: string | null }>(
    'SELECT ref, person, handed_by AS handedBy FROM overheard',
  );
  const identityId = store.identities.idOf(me);
  return {
    store,
    take: (batch, nowUs) =>
      store.write(() => {
        const news = batch.filter((event) =>
          store.events.append({ event, ...envelope(event), identityId, receivedAtUs: nowUs }),
        );
        return projectAll(store, new Set(news.map((event) => event.ref)), log, nowUs);
      }),
    rebuild: (refs, nowUs) => void store.write(() => projectAll(store, refs, log, nowUs)),
    calls: () => [...store.calls.each({ fromUs: 0, toUs: Number.MAX_SAFE_INTEGER, outcomes: [] })],
    overheard: () => overheard.all(),
    close: () => void db.close(),
  };
}

/** The digest stands for the content, as the ingest's does. */
function envelope(event: CallEvent) {
  const body = Buffer.from(JSON.stringify(event));
  return { digest: body, repaired: false, body };
}

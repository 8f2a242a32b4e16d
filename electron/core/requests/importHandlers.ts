import type { Reason } from '../../../shared/refusal.ts';
import {
  chooseDeed,
  type Import,
  largestFile,
  openImports,
  planImport,
  planOf,
  rowsOf,
} from '../contacts/import/imports.ts';
import { runImport, takeAllBack } from '../contacts/import/runImport.ts';
import type { Store } from '../store/store.ts';
import type { Handlers } from './answerRequest.ts';
import { refuseMasked } from './contactHandlers.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore, writeStore } from './openStore.ts';
import { Refusal } from './refusal.ts';

type Names =
  | 'import.put'
  | 'import.plan'
  | 'import.rows'
  | 'import.choose'
  | 'import.run'
  | 'import.state'
  | 'import.cancel';

/** Seconds within which a whole import can be undone. */
const undoSeconds = 600;

/** Windows are told of progress no more often, in µs. */
const pushUs = 250_000;

export function importHandlers(options: HandlerOptions): Pick<Handlers, Names> {
  const { clock, log, settings, undo, contactsChanged, importsChanged } = options;
  const imports = openImports();

  const write = <Result>(work: (store: Store) => Result): Result => writeStore(options, work);

  const find = (id: string): Import => {
    const found = imports.find(id);
    if (found === null) throw new Refusal('bad-request', { kind: 'import-gone' });
    return found;
  };
  /** One that is not being written, and was not. */
  const findPlanned = (id: string): Import => {
    refuseMasked(options);
    const found = find(id);
    if (found.state.kind !== 'planned') throw new Refusal('bad-request', { kind: 'import-running' });
    return found;
  };
  const shown = (one: Import) => {
    const plan = planOf(one);
    if (plan === null) throw new Refusal('bad-request', { kind: 'import-unread' });
    return plan;
  };

  const run = async (one: Import): Promise<void> => {
    const total = one.rows.length;
    let toldUs = clock.nowUs();
    const become = (state: Import['state']) => {
      one.state = state;
      importsChanged();
    };
    const imported = await runImport({
      rows: one.rows,
      write,
      nowUs: () => clock.nowUs(),
      isCancelled: () => one.isCancelled,
      progressed(done) {
        one.state = { kind: 'running', done, total };
        if (clock.nowUs() - toldUs < pushUs) return;
        toldUs = clock.nowUs();
        importsChanged();
      },
    });
    contactsChanged();
    if (imported === null) {
      imports.release(one);
      become({ kind: 'cancelled' });
      return;
    }
    const token = undo.offer(async () => {
      await takeAllBack(imported.changes, write);
      contactsChanged();
    }, undoSeconds);
    log.info('contacts imported', { ...imported.counts });
    one.pieces = [];
    become({ kind: 'done', ...imported.counts, undo: token });
  };

  return {
    'import.put': ({ id, fileName, base64 }) => {
      refuseMasked(options);
      const one = id === null ? imports.begin(fileName) : findPlanned(id);
      if (one === null) throw new Refusal('unavailable', { kind: 'imports-full' });
      const piece = Buffer.from(base64, 'base64');
      if (one.size + piece.length > largestFile) {
        imports.release(one);
        throw new Refusal('bad-request', { kind: 'import-too-large' });
      }
      one.pieces.push(piece);
      one.size += piece.length;
      one.file = null;
      return one.id;
    },
    'import.plan': async ({ id, ...wishes }) => {
      const one = findPlanned(id);
      const { country } = settings().settings;
      const planned = await planImport(one, wishes, { store: () => openStore(options), country });
      if (planned.kind === 'declined') throw new Refusal('bad-request', planned.reason);
      return shown(one);
    },
    'import.rows': ({ id, ...which }) => {
      refuseMasked(options);
      return rowsOf(find(id), openStore(options), which);
    },
    'import.choose': ({ id, rows, deed }) => {
      const one = findPlanned(id);
      chooseDeed(one, rows, deed);
      return shown(one);
    },
    'import.run': (id) => {
      const one = findPlanned(id);
      shown(one);
      one.state = { kind: 'running', done: 0, total: one.rows.length };
      importsChanged();
      run(one).catch((error: unknown) => {
        log.error('an import failed', { error: String(error) });
        const reason: Reason = error instanceof Refusal ? error.reason : { kind: 'import-failed' };
        one.state = { kind: 'failed', reason };
        importsChanged();
        contactsChanged();
      });
      return null;
    },
    'import.state': (id) => find(id).state,
    'import.cancel': (id) => {
      const one = imports.find(id);
      if (one === null) return null;
      one.isCancelled = true;
      if (one.state.kind === 'planned') {
        one.state = { kind: 'cancelled' };
        importsChanged();
      }
      if (one.state.kind !== 'running') imports.release(one);
      return null;
    },
  };
}

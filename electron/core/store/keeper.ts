import type { Notice, StoreState } from '../../../shared/status.ts';
import type { Clock, Log } from '../ports.ts';
import { checkInBackground } from './check.ts';
import { moveAside } from './moveAside.ts';
import { openStore } from './open.ts';
import { salvage } from './salvage.ts';
import { needsReopening, troubleOf } from './sqliteError.ts';
import type { Store } from './store.ts';

export type Written<Result> =
  | { readonly kind: 'written'; readonly value: Result }
  | { readonly kind: 'unavailable'; readonly reason: string };

export interface Keeper {
  state(): StoreState;
  /** The open store for reading, or null while there is none. */
  current(): Store | null;
  /** One transaction; `unavailable` when the disk or the file does not allow it. @throws for a bug in `work` */
  write<Result>(work: (store: Store) => Result): Written<Result>;
  /** Tries again what failed: opening the file, or writing to a disk that was full. */
  recover(): void;
  close(): void;
}

interface KeeperOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly log: Log;
  /** The state has changed. */
  readonly changed: (state: StoreState) => void;
  /** Events came back from a damaged file, with their calls. */
  readonly salvaged: () => void;
  readonly notice: (notice: Notice) => void;
}

/** Keeps a usable database open through full disks, failing ones and damaged files. */
export function keepStore({ path, clock, log, changed, salvaged, notice }: KeeperOptions): Keeper {
  const closing = new AbortController();
  let store: Store | null = null;
  let state: StoreState = { kind: 'not-writable', path, message: 'not opened yet' };

  const now = () => new Date(clock.nowUs() / 1000);
  const become = (next: StoreState) => {
    const before = state;
    state = next;
    if (before.kind === next.kind) return;
    if (next.kind === 'open') log.info('database open');
    else log.warn('database not usable', { ...next });
    changed(next);
  };
  const notWritable = (error: unknown) => {
    become({ kind: 'not-writable', path, message: error instanceof Error ? error.message : String(error) });
    if (needsReopening(error)) {
      store?.close();
      store = null;
    }
  };

  const open = () => {
    const opened = openStore(path, now());
    switch (opened.kind) {
      case 'open':
        store = opened.store;
        become({ kind: 'open' });
        if (opened.movedAside !== null) bringBack(opened.movedAside);
        void inspect();
        return;
      case 'not-writable':
        become({ kind: 'not-writable', path, message: opened.message });
        return;
      case 'from-the-future':
        become({ kind: 'from-the-future', path, found: opened.found, known: opened.known });
        return;
    }
  };

  /** The fresh store takes events at once; what can be read of the damaged one follows in slices. */
  const bringBack = (aside: string) => {
    const fresh = store;
    log.error('damaged database moved aside', { path: aside });
    if (fresh === null) return;
    const report = (saved: number) => notice({ kind: 'database-moved-aside', path: aside, saved, atUs: clock.nowUs() });
    report(0);
    salvage(aside, fresh).then(
      (saved) => {
        log.info('events saved from the damaged database', { saved });
        report(saved);
        salvaged();
      },
      (error: unknown) => log.error('saving from the damaged database failed', { error: String(error) }),
    );
  };

  /** Every page is looked at, in another thread, once calls can already come in. */
  const inspect = async () => {
    const damage = await checkInBackground(path, closing.signal);
    if (damage !== null && !closing.signal.aborted) replaceDamaged(damage);
  };

  const replaceDamaged = (why: string) => {
    log.error('database damaged', { why });
    store?.close();
    store = null;
    const aside = moveAside(path, now());
    open();
    bringBack(aside);
  };

  const attempt = <Result>(work: (store: Store) => Result): Written<Result> => {
    if (store === null) open();
    const held = store;
    if (held === null) return { kind: 'unavailable', reason: describe(state) };
    const value = held.write(() => work(held));
    become({ kind: 'open' });
    return { kind: 'written', value };
  };

  open();

  return {
    state: () => state,
    current: () => store,
    write(work) {
      try {
        return attempt(work);
      } catch (error) {
        switch (troubleOf(error)) {
          case 'bug':
            throw error;
          case 'not-writable':
            notWritable(error);
            return { kind: 'unavailable', reason: describe(state) };
          case 'damaged':
            replaceDamaged(String(error));
            return attempt(work);
        }
      }
    },
    recover() {
      if (state.kind === 'open') return;
      try {
        if (store === null) open();
        else {
          store.probe();
          become({ kind: 'open' });
        }
      } catch (error) {
        if (troubleOf(error) === 'bug') throw error;
        notWritable(error);
      }
    },
    close() {
      closing.abort();
      store?.close();
      store = null;
    },
  };
}

/** The state in words for an HTTP answer and the terminal. */
export function describe(state: StoreState): string {
  switch (state.kind) {
    case 'open':
      return 'The database is open.';
    case 'not-writable':
      return `Calls cannot be kept: ${state.path} cannot be written (${state.message}).`;
    case 'from-the-future':
      return (
        `The database ${state.path} was written by a newer Ringside (version ${state.found}; this one knows ` +
        `${state.known}). It was not touched. Start the newer Ringside, or choose another folder with --data-dir.`
      );
    case 'in-use':
      return `Another Ringside is already running with the folder ${state.path}. Quit it, or choose another folder with --data-dir.`;
  }
}

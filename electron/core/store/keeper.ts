import { renameSync, rmSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import type { Reason } from '../../../shared/refusal.ts';
import type { Notice, StoreState } from '../../../shared/status.ts';
import type { Identity } from '../calls/identity.ts';
import { makeFolder } from '../makeFolder.ts';
import type { Clock, Log } from '../ports.ts';
import { inEnglish } from '../requests/refusal.ts';
import { checkInBackground, pauseBeforeCheckMs } from './check.ts';
import { fileStamp } from './fileStamp.ts';
import { moveAside } from './moveAside.ts';
import { openStore } from './open.ts';
import { salvage } from './salvage.ts';
import { needsReopening, troubleOf } from './sqliteError.ts';
import type { Store } from './store.ts';

export type Written<Result> = { readonly kind: 'written'; readonly value: Result } | Unavailable;
type Unavailable = { readonly kind: 'unavailable'; readonly reason: string };

export interface Keeper {
  state(): StoreState;
  /** The open store for reading, or null while there is none. */
  current(): Store | null;
  /** One transaction; `unavailable` when the disk or the file does not allow it. @throws for a bug in `work` */
  write<Result>(work: (store: Store) => Result): Written<Result>;
  /** Brings what was deleted out of the write-ahead log as well; false when that is not possible now. */
  forget(): boolean;
  /** Tries again what failed: opening the file, or writing to a disk that was full. */
  recover(): void;
  /** Resolves when no thread of ours works on the file any more. */
  close(): Promise<void>;
}

interface KeeperOptions {
  readonly path: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Who I am, for events from a damaged file that no longer say who I was. */
  readonly me: () => Identity;
  /** The state has changed. */
  readonly changed: (state: StoreState) => void;
  /** Events came back from a damaged file, with their calls. */
  readonly salvaged: () => void;
  readonly notice: (notice: Notice) => void;
}

/** Keeps a usable database open through full disks, failing ones and damaged files. */
export function keepStore({ path, clock, log, me, changed, salvaged, notice }: KeeperOptions): Keeper {
  let closed = false;
  let store: Store | null = null;
  /** The looks at the files opened so far, one after the other. */
  let inspection = Promise.resolve();
  const ending = new AbortController();
  /** Damaged files, moved aside, whose events are still to be brought back. */
  let damagedFiles: readonly string[] = [];
  let state: StoreState = { kind: 'not-writable', path, message: 'not opened yet' };
  /** The kind of state that was told last; nothing has been at first. */
  let told: StoreState['kind'] | null = null;
  /** Which file the open store is, by its number on the disk. */
  let inode: number | null = null;

  const now = () => new Date(clock.nowUs() / 1000);
  const become = (next: StoreState) => {
    state = next;
    if (told === next.kind) return;
    told = next.kind;
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
    if ('movedAside' in opened && opened.movedAside !== null) noteDamaged(opened.movedAside);
    switch (opened.kind) {
      case 'open':
        store = opened.store;
        inode = inodeOf(path);
        become({ kind: 'open' });
        bringBack(opened.store);
        if (!opened.fresh) inspection = inspection.then(() => inspect(opened.store));
        return;
      case 'not-writable':
        become({ kind: 'not-writable', path, message: opened.message });
        return;
      case 'from-the-future':
        become({ kind: 'from-the-future', path, found: opened.found, known: opened.known });
        return;
      case 'not-backed-up':
        become({ kind: 'not-backed-up', path, folder: opened.folder, message: opened.message });
        return;
    }
  };

  const report = (aside: string, saved: number) =>
    notice({ kind: 'database-moved-aside', path: aside, saved, atUs: clock.nowUs() });

  const noteDamaged = (aside: string) => {
    log.error('damaged database moved aside', { path: aside });
    damagedFiles = [...damagedFiles, aside];
    report(aside, 0);
  };

  /** The fresh store takes events at once; what can be read of damaged ones follows in slices. */
  const bringBack = (fresh: Store) => {
    const files = damagedFiles;
    damagedFiles = [];
    for (const aside of files) {
      salvage(aside, fresh, me(), clock).then(
        (saved) => {
          log.info('events saved from the damaged database', { saved });
          report(aside, saved);
          salvaged();
        },
        (error: unknown) => {
          if (closed) return;
          log.error('saving from the damaged database failed', { error: String(error) });
          // The disk may have filled up: the rest follows once it takes a write again.
          damagedFiles = [...damagedFiles, aside];
          if (store === fresh && troubleOf(error) !== 'bug') notWritable(error);
        },
      );
    }
  };

  /** Every page is looked at, in another thread, once calls can already come in. */
  const inspect = async (opened: Store) => {
    if (store !== opened) return;
    const bytes = statSync(path, { throwIfNoEntry: false })?.size ?? 0;
    const damage = await checkInBackground(path, pauseBeforeCheckMs(bytes), ending.signal);
    // By now another file may stand there: what was found says nothing about that one.
    if (damage !== null && store === opened) guarded(() => replaceDamaged(damage));
  };

  const replaceDamaged = (why: string) => {
    log.error('database damaged', { why });
    store?.close();
    store = null;
    noteDamaged(moveAside(path, now()));
    open();
  };

  /**
   * Somebody deleted or replaced the file under us: SQLite would go on writing into nothing. All that it held is written
   * out again, in its place or beside the file that now stands there.
   */
  const replaceVanished = (held: Store) => {
    const isGone = inodeOf(path) === null;
    log.error('the database was taken away', { path, isGone });
    makeFolder(dirname(path));
    const rescued = `${path}.rescued-${fileStamp(now())}`;
    held.copyTo(rescued);
    held.close();
    store = null;
    // SQLite leaves these where the file is no longer its own, and would put their pages into the next one.
    for (const suffix of ['-wal', '-shm']) rmSync(path + suffix, { force: true });
    if (isGone) renameSync(rescued, path);
    open();
  };

  /** Makes a state of what the disk refuses. @throws for a bug */
  const guarded = <Result>(work: () => Result): Result | Unavailable => {
    try {
      return work();
    } catch (error) {
      if (troubleOf(error) === 'bug') throw error;
      notWritable(error);
      return { kind: 'unavailable', reason: describe(state) };
    }
  };

  const attempt = <Result>(work: (store: Store) => Result): Written<Result> => {
    if (store === null) open();
    else if (inodeOf(path) !== inode) replaceVanished(store);
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
    write: (work) =>
      guarded(() => {
        try {
          return attempt(work);
        } catch (error) {
          if (troubleOf(error) !== 'damaged') throw error;
          replaceDamaged(String(error));
          return attempt(work);
        }
      }),
    forget() {
      try {
        return store?.forget() ?? false;
      } catch (error) {
        if (troubleOf(error) === 'bug') throw error;
        // A disk that is full takes events as long as the log of writes has room; this can wait.
        return false;
      }
    },
    recover() {
      if (state.kind === 'open') return;
      guarded(() => {
        if (store === null) {
          open();
          return;
        }
        store.probe();
        become({ kind: 'open' });
        bringBack(store);
      });
    },
    close() {
      closed = true;
      ending.abort();
      store?.close();
      store = null;
      return inspection;
    },
  };
}

function inodeOf(path: string): number | null {
  return statSync(path, { throwIfNoEntry: false })?.ino ?? null;
}

/** The state in words for an HTTP answer and the terminal. */
export function describe(state: StoreState): string {
  return inEnglish(whyUnavailable(state));
}

/** Why nothing can be read or written in this state. */
export function whyUnavailable(state: StoreState): Reason {
  switch (state.kind) {
    case 'open':
      return { kind: 'store-usable-again' };
    case 'not-writable':
      return { kind: 'store-not-writable', path: state.path, detail: state.message };
    case 'from-the-future': {
      const { path, found, known } = state;
      return { kind: 'store-from-the-future', path, found: String(found), known: String(known) };
    }
    case 'not-backed-up': {
      const { path, folder, message } = state;
      return { kind: 'store-not-backed-up', path, folder, detail: message };
    }
    case 'in-use':
      return { kind: 'store-in-use', path: state.path };
  }
}

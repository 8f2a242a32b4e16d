import { assertNever } from '../../shared/assertNever.ts';
import type { Push, Reply } from '../../shared/contract.ts';
import type { Pop } from '../../shared/pop.ts';
import type { NotifyResult, OpenResult, VaultResult } from '../core/ports.ts';
import type { FromCore, ToCore } from '../core/remote.ts';
import { healthyAfterMs, restartDelayMs } from './restartDelay.ts';

/** One run of the core's process, however it is started. */
export interface CoreRun {
  post(message: ToCore): void;
  /** Ends it at once, without a chance to clean up. */
  kill(): void;
}

export interface CoreRunEvents {
  readonly message: (message: FromCore) => void;
  readonly exit: (code: number) => void;
}

export interface SupervisorOptions {
  readonly start: Extract<ToCore, { kind: 'start' }>;
  readonly run: (events: CoreRunEvents) => CoreRun;
  /** Milliseconds on a clock that never goes back. */
  readonly nowMs: () => number;
  readonly onPush: (push: Push) => void;
  readonly onNotify: (pop: Pop) => Promise<NotifyResult>;
  readonly onCloseNotification: (ref: string) => void;
  readonly onOpen: (url: string) => Promise<OpenResult>;
  readonly onVault: (deed: 'seal' | 'unseal', text: string) => Promise<VaultResult>;
  readonly onLine: (stream: 'stdout' | 'stderr', text: string) => void;
  /** It died with `code` and is started again after `delayMs`. */
  readonly onDeath: (code: number, delayMs: number) => void;
  readonly onRestart: () => void;
  /** What a request is told while the process is down. */
  readonly restartingWords: () => string;
}

/** The core as the shell sees it: there all the time, whichever process is behind it. */
export interface Core {
  /** Never rejects. Answers `unavailable` while the process is down, and when it dies over the request. */
  readonly request: (name: string, argument: unknown) => Promise<Reply>;
  /** The machine is about to sleep. */
  readonly sleep: () => void;
  /** The machine was asleep: the core is to look at once what time has made stale. */
  readonly wake: () => void;
  /** Resolves when the process has ended: by itself, or killed after `patienceMs`. It is not started again. */
  readonly stop: (patienceMs: number) => Promise<void>;
}

/** Starts the core's process, carries requests to it, and starts it again whenever it dies. */
export function superviseCore(options: SupervisorOptions): Core {
  const waiting = new Map<number, (reply: Reply) => void>();
  const ended = Promise.withResolvers<void>();
  let lastId = 0;
  let deaths = 0;
  let stopping = false;
  let restart: NodeJS.Timeout | undefined;
  let current: CoreRun | null = begin();

  function begin(): CoreRun {
    const startedMs = options.nowMs();
    const run = options.run({
      message: (message) => receive(run, message),
      exit: (code) => afterExit(code, options.nowMs() - startedMs),
    });
    run.post(options.start);
    return run;
  }

  function receive(run: CoreRun, message: FromCore): void {
    switch (message.kind) {
      case 'reply':
        waiting.get(message.id)?.(message.reply);
        waiting.delete(message.id);
        return;
      case 'push':
        options.onPush(message.push);
        return;
      case 'notify':
        void options.onNotify(message.pop).then((result) => run.post({ kind: 'notified', id: message.id, result }));
        return;
      case 'close-notification':
        options.onCloseNotification(message.ref);
        return;
      case 'open':
        void options.onOpen(message.url).then((result) => run.post({ kind: 'opened', id: message.id, result }));
        return;
      case 'vault':
        void options
          .onVault(message.deed, message.text)
          .then((result) => run.post({ kind: 'kept', id: message.id, result }));
        return;
      case 'line':
        options.onLine(message.stream, message.text);
        return;
      case 'stopped':
        // Its exit follows, and says the same.
        return;
      default:
        assertNever(message);
    }
  }

  function unavailable(): Reply {
    return { ok: false, error: { code: 'unavailable', message: options.restartingWords() } };
  }

  function afterExit(code: number, livedMs: number): void {
    current = null;
    for (const answer of waiting.values()) answer(unavailable());
    waiting.clear();
    if (stopping) {
      ended.resolve();
      return;
    }
    deaths = livedMs < healthyAfterMs ? deaths + 1 : 1;
    const delayMs = restartDelayMs(deaths);
    options.onDeath(code, delayMs);
    restart = setTimeout(() => {
      current = begin();
      options.onRestart();
    }, delayMs);
  }

  return {
    request(name, argument) {
      if (current === null || stopping) return Promise.resolve(unavailable());
      const id = ++lastId;
      const { promise, resolve } = Promise.withResolvers<Reply>();
      waiting.set(id, resolve);
      current.post({ kind: 'request', id, name, argument });
      return promise;
    },
    sleep: () => current?.post({ kind: 'sleeps' }),
    wake: () => current?.post({ kind: 'woke' }),
    async stop(patienceMs) {
      stopping = true;
      clearTimeout(restart);
      if (current === null) return;
      current.post({ kind: 'stop' });
      const outOfPatience = setTimeout(() => current?.kill(), patienceMs);
      await ended.promise;
      clearTimeout(outOfPatience);
    },
  };
}

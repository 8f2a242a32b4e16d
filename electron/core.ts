import { assertNever } from '../shared/assertNever.ts';
import type { App } from './core/app.ts';
import { createApp } from './core/app.ts';
import { systemClock } from './core/clock.ts';
import { openFileLog } from './core/log/fileLog.ts';
import type { NotifyResult, OpenResult, Vault, VaultResult } from './core/ports.ts';
import type { FromCore, ToCore } from './core/remote.ts';
import { sealedSecrets } from './core/secrets/sealedSecrets.ts';

/** The core's own process in the Electron host: the whole product without a window, at the end of a message port. */

const port = process.parentPort;
const notified = new Map<number, (result: NotifyResult) => void>();
let lastNotification = 0;
const opened = new Map<number, (result: OpenResult) => void>();
let lastOpening = 0;
const kept = new Map<number, (result: VaultResult) => void>();
let lastKept = 0;
let running: Promise<App> | null = null;
let log: ReturnType<typeof openFileLog> | null = null;

port.on('message', (event) => {
  hear(event.data as ToCore).catch((error: unknown) => {
    say('stderr', `Ringside's core failed: ${error instanceof Error ? (error.stack ?? error.message) : String(error)}`);
    process.exit(1);
  });
});

// Ctrl+C and a stopped session reach every process at once. The main process alone decides, and says `stop`.
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => {});

async function hear(message: ToCore): Promise<void> {
  switch (message.kind) {
    case 'start':
      running = start(message);
      await running;
      return;
    case 'request': {
      const reply = await (await running)?.request(message.name, message.argument);
      if (reply !== undefined) post({ kind: 'reply', id: message.id, reply });
      return;
    }
    case 'notified':
      notified.get(message.id)?.(message.result);
      notified.delete(message.id);
      return;
    case 'opened':
      opened.get(message.id)?.(message.result);
      opened.delete(message.id);
      return;
    case 'kept':
      kept.get(message.id)?.(message.result);
      kept.delete(message.id);
      return;
    case 'sleeps':
      (await running)?.sleep();
      return;
    case 'woke':
      (await running)?.wake();
      return;
    case 'stop':
      await (await running)?.stop();
      await log?.close();
      post({ kind: 'stopped' });
      process.exit(0);
      return;
    default:
      assertNever(message);
  }
}

async function start({ options, version }: Extract<ToCore, { kind: 'start' }>): Promise<App> {
  log = openFileLog(options.dataDir, systemClock);
  const app = await createApp({
    start: options,
    version,
    clock: systemClock,
    secrets: sealedSecrets({ dataDir: options.dataDir, vault, clock: systemClock, log }),
    log,
    say,
    notifier: {
      show: (pop) => {
        const id = ++lastNotification;
        post({ kind: 'notify', id, pop });
        return new Promise((resolve) => notified.set(id, resolve));
      },
      close: (ref) => post({ kind: 'close-notification', ref }),
    },
    opener: {
      open: (url) => {
        const id = ++lastOpening;
        post({ kind: 'open', id, url });
        return new Promise((resolve) => opened.set(id, resolve));
      },
    },
  });
  app.subscribe((push) => post({ kind: 'push', push }));
  return app;
}

const vault: Vault = {
  seal: (text) => askVault('seal', text),
  unseal: (text) => askVault('unseal', text),
};

function askVault(deed: 'seal' | 'unseal', text: string): Promise<VaultResult> {
  const id = ++lastKept;
  post({ kind: 'vault', id, deed, text });
  return new Promise((resolve) => kept.set(id, resolve));
}

function say(stream: 'stdout' | 'stderr', text: string): void {
  post({ kind: 'line', stream, text });
}

function post(message: FromCore): void {
  port.postMessage(message);
}

import { type App, createApp } from '../../electron/core/app.ts';
import { systemClock } from '../../electron/core/clock.ts';
import { openFileLog } from '../../electron/core/log/fileLog.ts';
import { fileSecrets } from '../../electron/core/secrets/fileSecrets.ts';
import type { RequestName } from '../../shared/contract.ts';
import { takeOrders } from './child.ts';
import { openLoopWatch } from './loopDelay.ts';
import { myDomain, myExtension } from './traffic.ts';

/** Ringside's core in a process of its own, as Electron runs it. */
export type AppProcess = typeof skills;

interface Running {
  readonly app: App;
  stop(): Promise<void>;
}

let running: Running | null = null;
const loop = openLoopWatch();

const skills = {
  /** Resolves when it listens; `tookMs` is how long that took. */
  async start(dataDir: string): Promise<{ webhook: string; tookMs: number }> {
    const said: string[] = [];
    const log = openFileLog(dataDir, systemClock);
    const startedMs = performance.now();
    const app = await createApp({
      start: { dataDir, port: 0, extensions: [myExtension], domain: myDomain },
      version: 'bench',
      clock: systemClock,
      notifier: { show: () => Promise.resolve({ kind: 'shown' }), close: () => {} },
      opener: { open: () => Promise.resolve({ kind: 'opened' }) },
      secrets: fileSecrets(dataDir),
      log,
      say: (_stream, text) => void said.push(text),
    });
    const tookMs = performance.now() - startedMs;
    running = {
      app,
      async stop() {
        await app.stop();
        await log.close();
      },
    };
    const webhook = said.find((text) => text.startsWith('Webhook: '))?.slice('Webhook: '.length);
    if (webhook === undefined) throw new Error(`Ringside does not listen. It said: ${said.join(' | ')}`);
    return { webhook, tookMs };
  },

  /** Asks as a window does, once per argument, one after the other. Resolves with how long each took, in ms. */
  async request(name: RequestName, all: readonly unknown[]): Promise<number[]> {
    const tookMs: number[] = [];
    for (const argument of all) {
      const startedMs = performance.now();
      const reply = await running?.app.request(name, argument);
      tookMs.push(performance.now() - startedMs);
      if (reply?.ok !== true) throw new Error(`${name}: ${reply?.error.message ?? 'not started'}`);
    }
    return tookMs;
  },

  beginLoopWatch: () => loop.begin(),
  endLoopWatch: () => loop.end(),
};

takeOrders(skills, () => running?.stop());

import { onTestFinished } from 'vitest';

import { type App, createApp } from '../../electron/core/app.ts';
import { systemClock } from '../../electron/core/clock.ts';
import type { PolicySource } from '../../electron/core/policy/policySource.ts';
import type { Clock, Log, NotifyResult, Secrets } from '../../electron/core/ports.ts';
import { fileSecrets } from '../../electron/core/secrets/fileSecrets.ts';
import type { Argument, Push, RequestName, Result } from '../../shared/contract.ts';
import type { Pop } from '../../shared/pop.ts';
import type { Settings } from '../../shared/settings.ts';
import { tempFolder } from './tempFolder.ts';

interface Options {
  readonly dataDir?: string;
  readonly clock?: Clock;
  /** Any free port where absent; null leaves it to the settings. */
  readonly port?: number | null;
  readonly extensions?: readonly string[];
  readonly domain?: string;
  readonly policy?: PolicySource;
  readonly secrets?: Secrets;
  readonly installed?: boolean;
  /** What becomes of notifications: they are shown where absent. */
  readonly notify?: () => NotifyResult;
}

export interface Running {
  readonly app: App;
  readonly dataDir: string;
  /** Lines for the terminal. */
  readonly said: string[];
  readonly pushes: Push[];
  /** What the notifier was told, in order. */
  readonly notified: (
    | { readonly kind: 'show'; readonly pop: Pop }
    | { readonly kind: 'close'; readonly ref: string }
  )[];
  readonly logged: string[];
  /** Addresses that were opened. */
  readonly openedUrls: string[];
  webhook(): string;
  /** Sends a body to the listener. */
  post(body: string | Uint8Array<ArrayBuffer>): Promise<{ status: number; answer: Record<string, string> }>;
  /** Asks as a window does. @throws with the refusal's words */
  ask<Name extends RequestName>(name: Name, ...argument: Partial<[Argument<Name>]>): Promise<Result<Name>>;
  settings(): Promise<Settings>;
}

/** The real core on a real folder and a free port; stopped when the test is over. */
export async function startApp(options: Options = {}): Promise<Running> {
  const dataDir = options.dataDir ?? tempFolder();
  const said: string[] = [];
  const pushes: Push[] = [];
  const notified: Running['notified'] = [];
  const logged: string[] = [];
  const openedUrls: string[] = [];
  const note = (message: string, fields?: object) => void logged.push(`${message} ${JSON.stringify(fields ?? {})}`);
  const log: Log = { info: note, warn: note, error: note };
  const app = await createApp({
    start: {
      dataDir,
      ...(options.port === null ? {} : { port: options.port ?? 0 }),
      ...(options.extensions === undefined ? {} : { extensions: options.extensions }),
      installed: options.installed ?? false,
      ...(options.policy === undefined ? {} : { policy: options.policy }),
      ...(options.domain === undefined ? {} : { domain: options.domain }),
    },
    version: '0.0.0-test',
    clock: options.clock ?? systemClock,
    notifier: {
      show(pop) {
        notified.push({ kind: 'show', pop });
        return Promise.resolve(options.notify?.() ?? { kind: 'shown' });
      },
      close: (ref) => void notified.push({ kind: 'close', ref }),
    },
    opener: {
      open(url) {
        openedUrls.push(url);
        return Promise.resolve({ kind: 'opened' });
      },
    },
    secrets: options.secrets ?? fileSecrets(dataDir),
    log,
    say: (_stream, text) => void said.push(text),
  });
  app.subscribe((push) => void pushes.push(push));
  onTestFinished(() => app.stop());

  const webhook = () => {
    const line = said.findLast((text) => text.startsWith('Webhook: '));
    if (line === undefined) throw new Error(`Ringside does not listen. It said: ${said.join(' | ')}`);
    return line.slice('Webhook: '.length);
  };
  const ask: Running['ask'] = async (name, argument?) => {
    const reply = await app.request(name, argument);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value as Result<typeof name>;
  };
  return {
    app,
    dataDir,
    said,
    pushes,
    notified,
    logged,
    openedUrls,
    webhook,
    ask,
    async post(body) {
      const response = await fetch(webhook(), { method: 'POST', body });
      return { status: response.status, answer: (await response.json()) as Record<string, string> };
    },
    settings: async () => (await ask('settings.get')).settings,
  };
}

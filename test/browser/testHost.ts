import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { request, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import { startBrowserHost, type BrowserHost } from '../../electron/browser/server.ts';
import type { App } from '../../electron/core/app.ts';
import type { Clock, Log } from '../../electron/core/ports.ts';
import type { Push, Reply } from '../../shared/contract.ts';

/** A core in memory: remembers what it was asked, answers what it is told to, pushes on command. */
export class MemoryApp implements App {
  readonly asked: { name: string; argument: unknown }[] = [];
  reply: () => Promise<Reply> = () => Promise.resolve({ ok: true, value: null });
  readonly #listeners = new Set<(push: Push) => void>();

  get subscribers(): number {
    return this.#listeners.size;
  }

  request(name: string, argument: unknown): Promise<Reply> {
    this.asked.push({ name, argument });
    return this.reply();
  }

  subscribe(listener: (push: Push) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  push(push: Push): void {
    for (const listener of this.#listeners) listener(push);
  }

  wake(): void {}

  sleep(): void {}

  stop(): Promise<void> {
    return Promise.resolve();
  }
}

/** A clock that stands still until it is wound. */
export class HandClock implements Clock {
  #ms = 0;
  readonly #alarms = new Set<{ readonly atMs: number; readonly callback: () => void }>();

  get waiting(): number {
    return this.#alarms.size;
  }

  nowUs(): number {
    return this.#ms * 1000;
  }

  after(ms: number, callback: () => void): () => void {
    const alarm = { atMs: this.#ms + ms, callback };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  wind(ms: number): void {
    this.#ms += ms;
    for (const alarm of [...this.#alarms].filter(({ atMs }) => atMs <= this.#ms)) {
      this.#alarms.delete(alarm);
      alarm.callback();
    }
  }
}

const silent: Log = { info() {}, warn() {}, error() {} };

export interface Answered {
  readonly status: number | undefined;
  readonly headers: IncomingMessage['headers'];
  readonly body: string;
}

export interface Question {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string;
}

export interface TestHost {
  readonly app: MemoryApp;
  readonly clock: HandClock;
  readonly host: BrowserHost;
  readonly port: number;
  readonly origin: string;
  /** Sends exactly these headers, besides Host when it is not among them. */
  ask(question: Question): Promise<Answered>;
  /** Opens a response and leaves its body to the caller. */
  open(question: Question): Promise<IncomingMessage>;
  /** Comes in by the printed address; gives the cookie of a browser. */
  enter(): Promise<string>;
  stop(): Promise<void>;
}

/** A browser host on a fresh port, with a small built page in a fresh folder whose parent holds a file to steal. */
export async function startTestHost(): Promise<TestHost> {
  const folder = await mkdtemp(join(tmpdir(), 'ringside-host-'));
  const distDir = join(folder, 'dist');
  await mkdir(join(distDir, 'assets'), { recursive: true });
  await writeFile(join(distDir, 'index.html'), '<!doctype html><title>Ringside</title>');
  await writeFile(join(distDir, 'assets', 'index-a1b2.js'), 'start()');
  await writeFile(join(folder, 'package.json'), '{"stolen":true}');

  const app = new MemoryApp();
  const clock = new HandClock();
  const host = await startBrowserHost({ app, clock, log: silent, distDir, uiPort: 0 });
  const port = Number(new URL(host.url).port);

  async function open({ method = 'GET', path = '/', headers = {}, body = '' }: Question): Promise<IncomingMessage> {
    const sent = request({ host: '127.0.0.1', port, method, path, headers, agent: false }).end(body);
    const [response]: IncomingMessage[] = await once(sent, 'response');
    if (response === undefined) throw new Error('no response');
    return response;
  }
  async function ask(question: Question): Promise<Answered> {
    const response = await open(question);
    return { status: response.statusCode, headers: response.headers, body: await text(response) };
  }

  return {
    app,
    clock,
    host,
    port,
    origin: `http://127.0.0.1:${port}`,
    ask,
    open,
    async enter() {
      const { pathname, search } = new URL(host.url);
      const entered = await ask({ path: pathname + search });
      const [cookie = ''] = entered.headers['set-cookie'] ?? [];
      return cookie.split(';')[0] ?? '';
    },
    async stop() {
      await host.stop();
      await rm(folder, { recursive: true });
    },
  };
}

import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { get, type IncomingMessage } from 'node:http';
import { connect, createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test } from 'vitest';

import type { StartFlags } from '../../electron/cli/flags.ts';

const entry = new URL('../../electron/browser.ts', import.meta.url).href;

let folder: string;
let running: ChildProcess[];
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'ringside-entry-'));
  await mkdir(join(folder, 'page'));
  await writeFile(join(folder, 'page', 'index.html'), '<!doctype html><title>Ringside</title>');
  running = [];
});
afterEach(async () => {
  for (const child of running) if (child.exitCode === null && child.kill('SIGKILL')) await once(child, 'exit');
  await rm(folder, { recursive: true });
});

/** Starts the host in a process of its own, as `npm start -- --browser --no-open` does. */
function start(flags: Partial<StartFlags> = {}) {
  const all: StartFlags = {
    start: { dataDir: join(folder, 'data'), port: 0, extensions: ['1002'] },
    browser: true,
    open: false,
    uiPort: 0,
    sandbox: true,
    hidden: false,
    portable: false,
    selfTest: false,
    openRef: null,
    ...flags,
  };
  const script = `import { runBrowserHost } from ${JSON.stringify(entry)};
    await runBrowserHost(${JSON.stringify(all)}, ${JSON.stringify(join(folder, 'page'))});`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', script]);
  running.push(child);
  const output = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const) {
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      output[name] += chunk;
    });
  }
  return { child, output };
}

/** Asks as a program does: `fetch` marks its requests as a web page's, which the webhook refuses. */
async function statusOf(url: string): Promise<number | undefined> {
  const [response]: IncomingMessage[] = await once(get(url), 'response');
  response?.resume();
  return response?.statusCode;
}

const patient = { timeout: 10_000 };

describe('the browser host as a program', { timeout: 30_000 }, () => {
  test('prints where the page and the webhook are, each on a line of its own, and serves both', async () => {
    const { output } = start();
    await expect.poll(() => output.stdout, patient).toMatch(/^Ringside: .*\n/m);
    const [, page = ''] = /^Ringside: (http:\/\/127\.0\.0\.1:\d+\/\?key=[\w-]+)$/m.exec(output.stdout) ?? [];
    const [, webhook = ''] = /^Webhook: (http:\/\/127\.0\.0\.1:\d+\/hooks\/[\w-]+)$/m.exec(output.stdout) ?? [];
    expect(await statusOf(page)).toBe(303);
    expect(await statusOf(webhook)).toBe(200);
    expect(new URL(page).port).not.toBe(new URL(webhook).port);
    expect(output.stderr).toBe('');
  });

  test.each(['SIGINT', 'SIGTERM'] as const)('ends with 0 on %s', async (signal) => {
    const { child, output } = start();
    await expect.poll(() => output.stdout, patient).toContain('Ringside: ');
    child.kill(signal);
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('takes two signals at once for one', async () => {
    const { child, output } = start();
    await expect.poll(() => output.stdout, patient).toContain('Ringside: ');
    child.kill('SIGINT');
    child.kill('SIGTERM');
    expect(await once(child, 'exit')).toEqual([0, null]);
  });

  test('ends with 1 on a later second signal, without waiting for anybody', async () => {
    const { child, output } = start();
    await expect.poll(() => output.stdout, patient).toContain('Ringside: ');
    const [, port] = /^Ringside: http:\/\/127\.0\.0\.1:(\d+)/m.exec(output.stdout) ?? [];
    const unfinished = connect(Number(port), '127.0.0.1');
    unfinished.on('error', () => {});
    await new Promise<void>((resolve) => unfinished.write('GET / HTTP/1.1\r\n', () => resolve()));
    await expect
      .poll(() => {
        child.kill('SIGINT');
        return child.exitCode;
      }, patient)
      .toBe(1);
    unfinished.destroy();
  });

  test('goes on when the terminal it was started from is closed and there is still something to say', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    if (address === null || typeof address === 'string') throw new Error('no port');
    const { child, output } = start({ start: { dataDir: join(folder, 'data'), port: address.port } });
    await expect.poll(() => output.stdout, patient).toContain('Ringside: ');
    child.stdout.destroy();
    child.stderr.destroy();
    holder.close();
    // Once the port is free Ringside listens, and says so to nobody.
    const token = (await readFile(join(folder, 'data', 'webhook-token'), 'utf8')).trim();
    const answer = () => statusOf(`http://127.0.0.1:${address.port}/hooks/${token}`).catch(() => 0);
    await expect.poll(answer, patient).toBe(200);
    expect(child.exitCode).toBeNull();
  });

  test('says so and ends with 1 when the port of the page is taken', async () => {
    const holder = createServer().listen(0, '127.0.0.1');
    await once(holder, 'listening');
    const address = holder.address();
    if (address === null || typeof address === 'string') throw new Error('no port');

    const { child, output } = start({ uiPort: address.port });
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output.stderr).toContain(`Port ${address.port} is taken by another program.`);
    expect(output.stdout).not.toContain('Ringside: ');
    holder.close();
  });

  test('says so and ends with 1 when the page is not built', async () => {
    await rm(join(folder, 'page'), { recursive: true });
    const { child, output } = start();
    expect(await once(child, 'exit')).toEqual([1, null]);
    expect(output.stderr).toContain('The page is not built yet');
  });
});

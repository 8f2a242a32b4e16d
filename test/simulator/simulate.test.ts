import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import { scenarios } from '../../electron/simulator/scenarios/list.ts';
import { type Fields, readBody } from './bodies.ts';

// Every test starts a program or two.
vi.setConfig({ testTimeout: 30_000 });

const program = join(import.meta.dirname, '../../electron/cli/simulate.ts');

let dataDir: string;
let received: Fields[];
let status: number;
let webhook: string;
let close: () => void;

beforeEach(async () => {
  dataDir = mkdtempSync(join(tmpdir(), 'ringside-simulate-'));
  received = [];
  status = 200;
  const server = createServer((request, response) => {
    let body = '';
    request.setEncoding('utf8');
    request.on('data', (chunk: string) => (body += chunk));
    request.on('end', () => {
      received.push(readBody(body));
      response.statusCode = status;
      response.end('{"result":"stored"}');
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  webhook = `http://127.0.0.1:${(server.address() as AddressInfo).port}/hooks/token`;
  close = () => {
    server.closeAllConnections();
    server.close();
  };
});

afterEach(() => {
  close();
  rmSync(dataDir, { recursive: true });
});

function start(...args: string[]) {
  const child = spawn(process.execPath, [program, ...args], { stdio: ['ignore', 'pipe', 'pipe'] });
  const said = { stdout: '', stderr: '' };
  child.stdout.setEncoding('utf8').on('data', (text: string) => (said.stdout += text));
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said.stderr += text));
  const ended = new Promise<{ code: number | null; stdout: string; stderr: string }>((resolve) => {
    child.on('close', (code) => resolve({ code, ...said }));
  });
  return { child, said, ended };
}

function causes(events: readonly Fields[]): string[] {
  return events.map((event) => String(event['cause'])).toSorted();
}

const run = (...args: string[]) => start(...args).ended;

function pretendToRun(pid: number) {
  writeFileSync(
    join(dataDir, 'running.json'),
    JSON.stringify({ pid, webhook, extensions: ['1017', '1018'], domain: 'mine.example' }),
  );
}

test('--list names every scenario and the storm, one line each', async () => {
  const { code, stdout } = await run('--list');
  expect(code).toBe(0);
  const names = stdout
    .trimEnd()
    .split('\n')
    .map((line) => line.split(/\s+/)[0]);
  expect(names).toEqual([...scenarios.map(({ name }) => name), 'storm']);
});

test('--help tells how to use it', async () => {
  const { code, stdout } = await run('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('--speed X');
});

test('a scenario nobody knows ends with 2 and names its neighbours', async () => {
  const { code, stdout, stderr } = await run('caller-hang-up');
  expect(code).toBe(2);
  expect(stdout).toBe('');
  expect(stderr).toContain('caller-hung-up');
});

test('without a running app it says so in one line and ends with 1', async () => {
  const { code, stderr } = await run('--data-dir', dataDir);
  expect(code).toBe(1);
  expect(stderr).toMatch(/^No Ringside is listening .*\n$/);
});

test('a file left behind by an app that is gone is no running app', async () => {
  const { child, ended } = start('--help');
  await ended;
  pretendToRun(child.pid ?? 0);
  expect((await run('--data-dir', dataDir)).code).toBe(1);
});

test('the running app is found through its data folder, and its own extension rings at its own domain', async () => {
  pretendToRun(process.pid);
  const { code, stdout } = await run('--data-dir', dataDir, '--speed', 'max');
  expect(code).toBe(0);
  expect(received).toHaveLength(5);
  expect(received.map((event) => event['dialed_user'])).toContain('1017');
  expect(new Set(received.map((event) => event['domain_name']))).toEqual(new Set(['mine.example']));
  expect(stdout).toMatch(/^ +\+\d\.\d s {2}ring {6}1017 [0-9a-f]{8} {3}200 \{"result":"stored"\}$/m);
  expect(stdout).toContain('5 events: all answered 200');
});

test('several scenarios are told one after another, each by another customer', async () => {
  const { code } = await run(
    'declined-603',
    'caller-hung-up',
    '--to',
    webhook,
    '--speed',
    'max',
    '--extension',
    '1044',
  );
  expect(code).toBe(0);
  const calls = Map.groupBy(received, (event) => event['ref']);
  expect([...calls.values()].map((events) => events.find((event) => 'cause' in event)?.['cause'])).toEqual([
    'CALL_REJECTED',
    'ORIGINATOR_CANCEL',
  ]);
  expect(new Set(received.map((event) => event['ani_e164'])).size).toBe(2);
  expect(new Set(received.map((event) => event['dialed_user']))).toEqual(new Set(['', '1044']));
});

test('the same seed sends the same storm, under new refs', async () => {
  await run('storm', '--calls', '20', '--seed', '5', '--to', webhook, '--speed', 'max');
  const first = received.splice(0);
  await run('storm', '--calls', '20', '--seed', '5', '--to', webhook, '--speed', 'max');
  expect(causes(received)).toEqual(causes(first));
  const refs = new Set(first.map((event) => event['ref']));
  expect(received.filter((event) => refs.has(event['ref']))).toEqual([]);
});

test('an event that is not answered 200 ends it with 1', async () => {
  status = 503;
  const { code, stdout } = await run('--to', webhook, '--speed', 'max');
  expect(code).toBe(1);
  expect(stdout).toContain('5 events: 5 × 503');
});

test('Ctrl-C stops it, with a sum of what was sent', async () => {
  const { child, said, ended } = start('rang-out-no-answer', '--to', webhook, '--speed', '3');
  await expect.poll(() => said.stdout, { timeout: 10_000 }).toContain('originate');
  child.kill('SIGINT');
  const { code, stdout } = await ended;
  expect(code).toBe(0);
  expect(stdout).toContain('Stopped.');
  expect(stdout).toMatch(/\n\d events: all answered 200\n$/);
});

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { systemClock } from '../../../electron/core/clock.ts';
import type { Tunnel, TunnelEvent } from '../../../electron/core/reach/tunnel.ts';
import { tunnelFor } from '../../../electron/core/reach/tunnelFor.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { processes } from '../../support/processTree.ts';
import { standInForCloudflared } from '../../support/standIn.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const token = 'eyJhIjoiYSIsInQiOiJ0IiwicyI6InNlY3JldCJ9';

function tunnelBy(program: string, mode: 'named' | 'quick', dataDir = tempFolder()): Tunnel {
  const cloudflared = { mode, url: 'https://hooks.example.com/', program };
  const tunnel = tunnelFor(
    { ...defaultSettings.reach, kind: 'cloudflared', cloudflared },
    { dataDir, clock: systemClock, secret: () => token },
  );
  if (tunnel === null || 'trouble' in tunnel) throw new Error(JSON.stringify(tunnel));
  return tunnel;
}

/** Runs it, and keeps what it says; ends with the test. */
function running(tunnel: Tunnel): { events: TunnelEvent[]; end: () => Promise<void> } {
  const events: TunnelEvent[] = [];
  const signal = new AbortController();
  const over = (async () => {
    for await (const event of tunnel.run(8123, signal.signal)) events.push(event);
  })();
  const end = () => {
    signal.abort();
    return over;
  };
  onTestFinished(end);
  return { events, end };
}

test('a named tunnel gets its token by a file that is gone as soon as it is connected', async () => {
  const dataDir = tempFolder();
  const notes = join(dataDir, 'notes.json');
  const program = standInForCloudflared(`
    const fs = require('node:fs');
    const file = value('--token-file');
    fs.writeFileSync(${JSON.stringify(notes)}, JSON.stringify({ args, env: process.env, token: fs.readFileSync(file, 'utf8'), mode: fs.statSync(file).mode & 0o777 }));
    let asked = 0;
    serve((path) => path === '/ready' ? [asked++ < 1 ? 503 : 200, { status: 200, readyConnections: asked > 1 ? 4 : 0 }] : [404, null]);
    log('INF', 'Starting metrics server on 127.0.0.1:1/metrics');
  `);
  const { events, end } = running(tunnelBy(program, 'named', dataDir));
  await expect.poll(() => events).toEqual([{ kind: 'url', url: 'https://hooks.example.com' }, { kind: 'connected' }]);
  const noted = JSON.parse(readFileSync(notes, 'utf8')) as { args: string[]; env: object; token: string; mode: number };
  expect(noted.token).toBe(token);
  expect(noted.mode).toBe(0o600);
  expect(noted.args.join(' ')).toMatch(/^tunnel --config .* --url http:\/\/127\.0\.0\.1:8123 run --token-file /);
  expect(JSON.stringify([noted.args, noted.env])).not.toContain(token);
  expect(existsSync(join(dataDir, 'cloudflared', 'token'))).toBe(false);
  await end();
  expect(processes().filter(({ args }) => args.includes(program))).toEqual([]);
});

test('a quick tunnel tells its address, and when it has lost its connection', async () => {
  const program = standInForCloudflared(`
    let asked = 0;
    serve((path) => {
      if (path === '/quicktunnel') return asked < 2 ? [200, { hostname: '' }] : [200, { hostname: 'new-words-here.trycloudflare.com' }];
      asked += 1;
      return asked === 4 ? [503, { status: 503, readyConnections: 0 }] : [200, { status: 200, readyConnections: 1 }];
    });
  `);
  const tunnel = tunnelBy(program, 'quick');
  expect(tunnel.hasStableUrl).toBe(false);
  const { events } = running(tunnel);
  await expect.poll(() => events.map(({ kind }) => kind)).toEqual(['connected', 'url', 'disconnected', 'connected']);
  expect(events).toContainEqual({ kind: 'url', url: 'https://new-words-here.trycloudflare.com' });
});

const ends = [
  [
    'a token that is not accepted',
    `log('ERR', 'Register tunnel error from server side error="Unauthorized: Invalid tunnel secret" connIndex=0'); setInterval(() => {}, 1000);`,
    { class: 'blocked', trouble: { code: 'auth-refused' } },
  ],
  [
    'a token that is none',
    `process.stderr.write("Provided Tunnel token is not valid.\\nSee 'cloudflared tunnel run --help'.\\n"); process.exitCode = 255;`,
    { class: 'blocked', trouble: { code: 'auth-refused' } },
  ],
  [
    'a program that is too old to read a token from a file',
    `process.stderr.write('Incorrect Usage: flag provided but not defined: -token-file\\n'); process.exitCode = 1;`,
    { class: 'blocked', trouble: { code: 'bad-config' } },
  ],
  [
    'too many quick tunnels',
    `log('ERR', 'Error unmarshaling QuickTunnel response: error code: 1015 error="invalid character" status_code="429 Too Many Requests"'); process.exitCode = 1;`,
    { class: 'rate-limited', trouble: { code: 'rate-limited' } },
  ],
  [
    'no network',
    `log('ERR', 'failed to request quick Tunnel: Post "https://api.trycloudflare.com/tunnel": dial tcp: lookup api.trycloudflare.com: no such host'); process.exitCode = 1;`,
    { class: 'transient', trouble: { code: 'unresolved' } },
  ],
  ['an end without a word', `process.exitCode = 0;`, { class: 'transient', trouble: { code: 'exited', detail: '' } }],
  [
    'words that nobody knows, with the token in them',
    `log('FTL', 'what is ${token} for?'); process.exitCode = 3;`,
    { class: 'transient', trouble: { code: 'exited', detail: expect.stringMatching(/what is … for\?$/) } },
  ],
] as const;

test.each(ends)('%s is told as such', async (_what, lines, exit) => {
  const { events } = running(tunnelBy(standInForCloudflared(lines), 'named'));
  await expect.poll(() => events.at(-1)).toMatchObject({ kind: 'exit', ...exit });
});

test('a program that says nothing, and does not want to end, is ended', async () => {
  const program = standInForCloudflared(`process.on('SIGTERM', () => {}); setInterval(() => {}, 1000);`);
  const { events, end } = running(tunnelBy(program, 'quick'));
  await expect.poll(() => processes().filter(({ args }) => args.includes(program)).length).toBeGreaterThan(0);
  await end();
  expect(events).toEqual([]);
  expect(processes().filter(({ args }) => args.includes(program))).toEqual([]);
});

test('the program, the token and the address have to be there', () => {
  const options = { dataDir: tempFolder(), clock: systemClock, secret: () => null };
  const reach = { ...defaultSettings.reach, kind: 'cloudflared' } as const;
  const at = (cloudflared: Partial<typeof reach.cloudflared>) => ({
    ...reach,
    cloudflared: { ...reach.cloudflared, ...cloudflared },
  });
  expect(tunnelFor(reach, options)).toMatchObject({ trouble: { code: 'not-set-up' } });
  expect(tunnelFor(at({ url: 'https://a.example' }), options)).toMatchObject({ trouble: { code: 'secret-missing' } });
  expect(tunnelFor(at({ mode: 'quick', program: '/nowhere/cloudflared' }), options)).toMatchObject({
    trouble: { code: 'program-missing', detail: '/nowhere/cloudflared' },
  });
  expect(tunnelFor(at({ mode: 'quick', program: 'cloudflared' }), options)).toMatchObject({
    trouble: { code: 'program-missing' },
  });
});

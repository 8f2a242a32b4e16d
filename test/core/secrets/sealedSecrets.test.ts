import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';

import { describe, expect, test } from 'vitest';

import type { Vault } from '../../../electron/core/ports.ts';
import { sealedSecrets } from '../../../electron/core/secrets/sealedSecrets.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';

const secret = 'a-secret-that-nobody-may-read';

/** A key store that turns texts round; it fails while it is told to. */
function keyStore() {
  const store = { fails: false, hangs: false };
  const turn = (text: string) => {
    if (store.hangs) return new Promise<never>(() => {});
    return Promise.resolve(
      store.fails
        ? ({ kind: 'declined', reason: 'locked' } as const)
        : ({ kind: 'done', text: text.split('').toReversed().join('') } as const),
    );
  };
  const vault: Vault = { seal: turn, unseal: turn };
  return { store, vault };
}

function open(dataDir = tempFolder()) {
  const { store, vault } = keyStore();
  const warned: string[] = [];
  const clock = fakeClock();
  const log = {
    info() {},
    warn: (message: string, fields?: object) => void warned.push(`${message} ${JSON.stringify(fields)}`),
    error() {},
  };
  return { dataDir, store, vault, clock, warned, secrets: sealedSecrets({ dataDir, vault, clock, log }) };
}

/** Everything that the folder holds, as one text. */
const bytesIn = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => readFileSync(join(entry.parentPath, entry.name), 'latin1'))
    .join('\n');

describe('a secret', () => {
  test('lies in the folder locked, for its owner alone, and comes back', async () => {
    const { dataDir, secrets } = open();
    await secrets.set('ngrok-token', secret);
    expect(bytesIn(dataDir)).not.toContain(secret);
    expect(statSync(join(dataDir, 'ngrok-token.sealed')).mode & 0o777).toBe(0o600);
    expect(await open(dataDir).secrets.get('ngrok-token')).toBe(secret);
    expect(secrets.keptIn()).toBe('key-store');
    await secrets.set('ngrok-token', null);
    expect([secrets.has('ngrok-token'), await secrets.get('ngrok-token')]).toEqual([false, null]);
  });

  test('in a plain file is taken over, and the file is gone', async () => {
    const { dataDir, secrets } = open();
    writeFileSync(join(dataDir, 'webhook-token'), `${secret}\n`);
    expect(await secrets.get('webhook-token')).toBe(secret);
    expect(existsSync(join(dataDir, 'webhook-token'))).toBe(false);
    expect(await open(dataDir).secrets.get('webhook-token')).toBe(secret);
  });

  test('stays in a plain file for its owner alone while the key store fails, and that is logged without it', async () => {
    const { dataDir, secrets, store, warned } = open();
    store.fails = true;
    await secrets.set('webhook-token', secret);
    expect(await secrets.get('webhook-token')).toBe(secret);
    expect(statSync(join(dataDir, 'webhook-token')).mode & 0o777).toBe(0o600);
    expect(secrets.keptIn()).toBe('file');
    expect(warned.join()).toContain('locked');
    expect(warned.join()).not.toContain(secret);
    store.fails = false;
    expect(await secrets.get('webhook-token')).toBe(secret);
    expect([existsSync(join(dataDir, 'webhook-token')), secrets.keptIn()]).toEqual([false, 'key-store']);
  });

  test('that is changed while the key store fails is the new one ever after', async () => {
    const { dataDir, secrets, store } = open();
    await secrets.set('webhook-token', 'the old one');
    store.fails = true;
    await secrets.set('webhook-token', secret);
    expect(await open(dataDir).secrets.get('webhook-token')).toBe(secret);
  });

  test('is not lost when the key store does not open it now, nor when it does not answer', async () => {
    const { secrets, store, clock } = open();
    await secrets.set('webhook-token', secret);
    store.fails = true;
    await expect(secrets.get('webhook-token')).rejects.toThrow(/does not open the webhook token: locked/);
    store.hangs = true;
    const asked = secrets.get('webhook-token');
    await setImmediate();
    clock.advance(10_000);
    await expect(asked).rejects.toThrow(/does not answer/);
    Object.assign(store, { fails: false, hangs: false });
    expect(await secrets.get('webhook-token')).toBe(secret);
  });
});

describe('Ringside with a key store', () => {
  test('has its token neither in the folder nor in its log, and keeps its address', async () => {
    const { dataDir, secrets } = open();
    const first = await startApp({ dataDir, secrets, installed: true });
    const { pathname } = new URL(first.webhook());
    const token = pathname.slice('/hooks/'.length);
    await first.post('no event');
    await first.ask('secrets.set', { name: 'cloudflared-token', value: secret });
    await first.ask('selfTest.start');
    expect(bytesIn(dataDir)).not.toContain(token);
    expect(bytesIn(dataDir)).not.toContain(secret);
    expect(first.logged.join('\n')).not.toContain(token);
    expect(first.logged.join('\n')).not.toContain(secret);
    expect(JSON.stringify(await first.ask('status.get'))).not.toContain(secret);
    expect(await first.ask('reach.get')).toMatchObject({
      keptIn: 'key-store',
      secrets: { 'cloudflared-token': true, 'ngrok-token': false },
    });
    await first.app.stop();
    const second = await startApp({ dataDir, secrets });
    expect(new URL(second.webhook()).pathname).toBe(pathname);
  });

  test('waits for a key store that is locked, rather than begin with another address', async () => {
    const { dataDir, secrets, store } = open();
    const clock = fakeClock();
    const first = await startApp({ dataDir, secrets });
    const { pathname } = new URL(first.webhook());
    await first.app.stop();
    store.fails = true;
    const second = await startApp({ dataDir, secrets, clock });
    expect((await second.ask('status.get')).store).toMatchObject({
      kind: 'not-writable',
      message: expect.stringContaining('key store'),
    });
    store.fails = false;
    clock.advance(5000);
    await expect.poll(async () => (await second.ask('status.get')).listener.kind).toBe('listening');
    expect(new URL(second.webhook()).pathname).toBe(pathname);
  });
});

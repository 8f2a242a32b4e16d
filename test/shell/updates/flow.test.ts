import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { updatesAt } from '../../support/updatesAt.ts';
import { newSecretKey, startUpdateServer } from '../../support/updateServer.ts';
import type { UpdateServer } from '../../support/updateServer.ts';

// The installed version is 1.1.0 where a test says nothing else.
let server: UpdateServer;
beforeEach(async () => {
  server = await startUpdateServer();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('a newer version', () => {
  test('is fetched without being asked for, and waits with its notes for the next restart', async () => {
    server.publish({ version: '1.2.0', notes: 'Rings <b>sooner</b>\nand longer' });
    const updates = updatesAt(server);
    await updates.pass(1);
    expect(await updates.now()).toEqual({
      kind: 'ready',
      version: '1.2.0',
      notes: 'Rings <b>sooner</b>\nand longer',
      waitsForCall: false,
    });
    await expect
      .poll(() => updates.seen.map(({ kind }) => kind))
      .toEqual(expect.arrayContaining(['checking', 'ready']));
    expect(updates.fetched()).toEqual([`Ringside-1.2.0-${process.arch}.AppImage`]);
    expect(readFileSync(updates.appImage, 'utf8')).toBe('installed');
  });

  test('may lie on another server than its description', async () => {
    const elsewhere = await startUpdateServer();
    const program = elsewhere.publish({ version: '1.2.0' });
    server.publish({ version: '1.2.0', filesAt: elsewhere.source.url });
    expect(await updatesAt(server).look()).toMatchObject({ kind: 'ready' });
    expect(elsewhere.asked).toContain(program);
    expect(server.asked).not.toContain(program);
  });

  test('takes the place of this one when the user ends Ringside', async () => {
    server.publish({ version: '1.2.0' });
    const updates = updatesAt(server);
    await updates.look();
    updates.quit();
    expect(readFileSync(updates.appImage, 'utf8')).toBe('program 1.2.0');
    expect(readdirSync(updates.folder)).not.toContain('Ringside.AppImage.new');
  });

  test('is installed as the last step of an orderly end when the user asks for it', async () => {
    server.publish({ version: '1.2.0' });
    const updates = updatesAt(server);
    expect(await updates.install()).toMatchObject({ ok: false, error: { words: [{ kind: 'update-not-ready' }] } });
    await updates.look();
    expect(await updates.install()).toEqual({ ok: true, value: null });
    expect(readFileSync(updates.appImage, 'utf8')).toBe('installed');
    for (const install of updates.endings) install();
    expect(readFileSync(updates.appImage, 'utf8')).toBe('program 1.2.0');
  });

  test('that was fetched before a restart is proven again, and not fetched again', async () => {
    const program = server.publish({ version: '1.2.0' });
    const before = updatesAt(server);
    await before.look();
    expect(await updatesAt(server, { folder: before.folder }).look()).toMatchObject({ kind: 'ready' });
    expect(server.asked.filter((path) => path === program)).toHaveLength(1);

    writeFileSync(join(before.folder, 'cache', 'pending', program.slice(1)), 'somebody else’s');
    expect(await updatesAt(server, { folder: before.folder }).look()).toMatchObject({ kind: 'ready' });
    expect(server.asked.filter((path) => path === program)).toHaveLength(2);
  });

  test('once ready is not looked behind, for its file would be thrown away', async () => {
    server.publish({ version: '1.2.0' });
    const updates = updatesAt(server);
    await updates.look();
    server.publish({ version: '1.3.0' });
    const asked = server.asked.length;
    expect(await updates.look()).toMatchObject({ kind: 'ready', version: '1.2.0' });
    await updates.pass(26 * 60);
    expect(server.asked).toHaveLength(asked);
  });

  test('has notes of a sane length, without what cannot be seen', async () => {
    server.publish({ version: '1.2.0', notes: `a\u202eb\u0000c\r\n${'long '.repeat(100_000)}` });
    const state = await updatesAt(server).look();
    const notes = state.kind === 'ready' ? state.notes : '';
    expect(notes).toMatch(/^abc\nlong long/);
    expect(notes.length).toBeLessThanOrEqual(8000);
  });
});

describe('nothing is offered', () => {
  test.each(['1.1.0', '1.0.9', '0.9.0', '1.1.0-beta.3'])('when %s is the newest there is', async (version) => {
    const program = server.publish({ version });
    const updates = updatesAt(server);
    expect(await updates.look()).toMatchObject({ kind: 'newest', checkedAtUs: expect.any(Number) as number });
    expect(server.asked).not.toContain(program);
    updates.quit();
    expect(readFileSync(updates.appImage, 'utf8')).toBe('installed');
  });

  test('to those whom a roll-out has not reached yet, and nobody is told who asks', async () => {
    server.publish({ version: '1.2.0', rollout: 0 });
    const updates = updatesAt(server);
    expect(await updates.look()).toMatchObject({ kind: 'newest' });
    server.publish({ version: '1.2.0', rollout: 100 });
    expect(await updates.look()).toMatchObject({ kind: 'ready' });
    expect(readdirSync(join(updates.folder, 'electron'))).toEqual(['.updaterId']);
    const id = readFileSync(join(updates.folder, 'electron', '.updaterId'), 'utf8');
    expect(JSON.stringify(server.headers)).not.toContain(id);
  });
});

describe('a version that is not ours', () => {
  test.each([
    ['is not signed', null],
    ['is signed by somebody else', newSecretKey()],
  ])('because it %s is not even fetched', async (_why, signedWith) => {
    const program = server.publish({ version: '9.0.0', signedWith });
    const updates = updatesAt(server);
    expect(await updates.look()).toMatchObject({ kind: 'failed', trouble: 'signature' });
    expect(server.asked).not.toContain(program);
  });

  test('because its file is another than the signed description says is not kept', async () => {
    const program = server.publish({ version: '1.2.0' });
    server.answer(program, (response) => response.end('program 9.9.9'));
    const updates = updatesAt(server);
    expect(await updates.look()).toMatchObject({ kind: 'failed', trouble: 'damaged' });
    expect(updates.fetched()).toEqual([]);
    updates.quit();
    expect(readFileSync(updates.appImage, 'utf8')).toBe('installed');

    server.answer(program, null);
    expect(await updates.look()).toMatchObject({ kind: 'ready', version: '1.2.0' });
  });

  test('because the description of a beta lies where that of a finished version should be is refused', async () => {
    server.publish({ version: '1.2.0', channel: 'beta' });
    const beta = await (await fetch(new URL(server.description('beta'), server.source.url))).text();
    server.answer(server.description(), (response) => response.end(beta));
    expect(await updatesAt(server).look()).toMatchObject({ kind: 'failed', trouble: 'signature' });
  });
});

describe('while a call is on', () => {
  test('nothing is looked for, and nothing restarts', async () => {
    server.publish({ version: '1.2.0' });
    const updates = updatesAt(server);
    updates.calls(1);
    await updates.pass(5);
    expect(server.asked).toEqual([]);
    updates.calls(0);
    await updates.pass(1);
    expect(await updates.now()).toMatchObject({ kind: 'ready', waitsForCall: false });

    updates.calls(1);
    await expect.poll(() => updates.now()).toMatchObject({ kind: 'ready', waitsForCall: true });
    expect(await updates.install()).toMatchObject({ ok: false, error: { words: [{ kind: 'update-waits-for-call' }] } });
    expect(updates.endings).toEqual([]);
    updates.quit();
    expect(readFileSync(updates.appImage, 'utf8')).toBe('installed');

    updates.calls(0);
    await expect.poll(() => updates.now()).toMatchObject({ kind: 'ready', waitsForCall: false });
    expect(await updates.install()).toMatchObject({ ok: true });
  });
});

describe('the channel', () => {
  test('of betas has them, and the one of finished versions has not', async () => {
    server.publish({ version: '1.1.5' });
    server.publish({ version: '1.2.0-beta.1', channel: 'beta' });
    expect(await updatesAt(server).look()).toMatchObject({ version: '1.1.5' });
    const brave = updatesAt(server, { settings: { updateChannel: 'beta' } });
    expect(await brave.look()).toMatchObject({ version: '1.2.0-beta.1' });
  });

  test('left for the finished versions never leads back to an older one', async () => {
    server.publish({ version: '1.1.5' });
    server.publish({ version: '1.2.0-beta.1', channel: 'beta' });
    const updates = updatesAt(server, { version: '1.2.0-beta.1', settings: { updateChannel: 'beta' } });
    expect(await updates.look()).toMatchObject({ kind: 'newest' });
    updates.follow({ updateChannel: 'stable' });
    expect(await updates.look()).toMatchObject({ kind: 'newest' });
    server.publish({ version: '1.2.0' });
    expect(await updates.look()).toMatchObject({ kind: 'ready', version: '1.2.0' });
  });

  test('that was left takes what it had ready along', async () => {
    server.publish({ version: '1.1.0' });
    server.publish({ version: '1.2.0-beta.1', channel: 'beta' });
    const updates = updatesAt(server, { settings: { updateChannel: 'beta' } });
    await updates.look();
    updates.follow({ updateChannel: 'stable' });
    await expect.poll(() => updates.now()).toMatchObject({ kind: 'newest', checkedAtUs: expect.any(Number) as number });
    updates.quit();
    expect(readFileSync(updates.appImage, 'utf8')).toBe('installed');
  });
});

describe('with updates off', () => {
  test.each([
    ['sources', { isPackaged: false, isSigned: false }],
    ['package-manager', { isSystemPackage: true, isPortable: true }],
    ['portable', { isPortable: true, isSigned: false }],
    ['unsigned', { isSigned: false }],
  ] as const)('because of: %s, nothing is asked of any server', async (reason, installation) => {
    server.publish({ version: '1.2.0' });
    const updates = updatesAt(server, { installation });
    await updates.pass(3 * 24 * 60);
    expect(await updates.look()).toEqual({ kind: 'off', reason });
    expect(await updates.install()).toMatchObject({ ok: false });
    expect(server.asked).toEqual([]);
  });

  test('by the user nothing is installed either, until they are on again', async () => {
    server.publish({ version: '1.2.0' });
    const updates = updatesAt(server);
    await updates.look();
    updates.follow({ updates: 'off' });
    expect(await updates.now()).toEqual({ kind: 'off', reason: 'setting' });
    updates.quit();
    expect(readFileSync(updates.appImage, 'utf8')).toBe('installed');
    updates.follow({ updates: 'automatic' });
    expect(await updates.now()).toMatchObject({ kind: 'ready' });
    expect(existsSync(updates.appImage)).toBe(true);
  });
});

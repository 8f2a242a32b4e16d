import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';

import { updatesAt } from '../../support/updatesAt.ts';
import { startUpdateServer } from '../../support/updateServer.ts';
import type { UpdateServer } from '../../support/updateServer.ts';

let server: UpdateServer;
beforeEach(async () => {
  server = await startUpdateServer();
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('what fails is told, and tried again', () => {
  test('a download that breaks off', async () => {
    const program = server.publish({ version: '1.2.0' });
    server.answer(program, (response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('program', () => response.destroy());
    });
    const updates = updatesAt(server);
    expect(await updates.look()).toMatchObject({ kind: 'failed', trouble: 'offline' });
    expect(updates.fetched()).toEqual([]);
    server.answer(program, null);
    await updates.pass(59);
    expect(await updates.now()).toMatchObject({ kind: 'failed' });
    await updates.pass(1);
    expect(await updates.now()).toMatchObject({ kind: 'ready' });
  });

  test.each([404, 500, 503])('a server that answers %i', async (status) => {
    const program = server.publish({ version: '1.2.0' });
    const updates = updatesAt(server);
    server.answer(server.description(), (response) => response.writeHead(status).end());
    expect(await updates.look()).toMatchObject({ kind: 'failed', trouble: 'server' });
    server.answer(server.description(), null);
    server.answer(program, (response) => response.writeHead(status).end());
    expect(await updates.look()).toMatchObject({ kind: 'failed', trouble: 'server' });
  });

  test('a server that is not there', async () => {
    await server.close();
    expect(await updatesAt(server).look()).toMatchObject({ kind: 'failed', trouble: 'offline' });
  });

  test.each(['the description', 'the program'])('a server that falls silent over %s', async (what) => {
    const program = server.publish({ version: '1.2.0' });
    const path = what === 'the program' ? program : server.description();
    const updates = updatesAt(server);
    server.answer(path, (response) => {
      response.writeHead(200, { 'content-length': 1000 });
      response.write('p');
    });
    void updates.desk.answer('updates.check');
    await expect.poll(() => server.asked).toContain(path);
    await expect.poll(() => updates.now()).toMatchObject({ kind: path === program ? 'downloading' : 'checking' });
    await updates.pass(9);
    expect(await updates.now()).not.toMatchObject({ kind: 'failed' });
    await updates.pass(2);
    await expect.poll(() => updates.now()).toMatchObject({ kind: 'failed', trouble: 'offline' });
    server.answer(path, null);
    expect(await updates.look()).toMatchObject({ kind: 'ready' });
  });

  test('a disk that does not take the file', async () => {
    server.publish({ version: '1.2.0' });
    const updates = updatesAt(server);
    writeFileSync(join(updates.folder, 'cache'), 'a file where the folder should be');
    expect(await updates.look()).toMatchObject({ kind: 'failed', trouble: 'disk' });
  });

  test('a new program that was taken away before it was installed leaves the old one whole', async () => {
    server.publish({ version: '1.2.0' });
    const updates = updatesAt(server);
    await updates.look();
    rmSync(join(updates.folder, 'cache'), { recursive: true });
    updates.quit();
    expect(readFileSync(updates.appImage, 'utf8')).toBe('installed');
    expect(await updates.now()).toMatchObject({ kind: 'failed', trouble: 'disk' });
  });
});

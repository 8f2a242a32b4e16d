import { readFileSync, rmSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import { defaultSettings } from '../../../shared/settings.ts';
import { startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';

interface Wishes {
  readonly dataDir?: string;
  readonly extensions?: readonly string[];
  readonly port?: null;
}

/** A Ringside with a policy, and the ways to change that. */
async function startWith(content: unknown, wishes: Wishes = {}) {
  const path = join(tempFolder(), 'policy.json');
  const write = (next: unknown) => writeFileSync(path, typeof next === 'string' ? next : JSON.stringify(next));
  if (content !== null) write(content);
  const running = await startApp({ ...wishes, policy: { path, owner: null } });
  return {
    ...running,
    path,
    write,
    /** Time passes: the file is looked at twice. */
    pass() {
      running.app.wake();
      running.app.wake();
    },
    view: () => running.ask('settings.get'),
    faults: async () => (await running.ask('status.get')).notices.filter(({ kind }) => kind === 'policy-faulty'),
  };
}

const saved = (dataDir: string) => JSON.parse(readFileSync(join(dataDir, 'settings.json'), 'utf8')) as object;

describe('the default of a policy', () => {
  test('is in force until the user chooses otherwise, and again once they take that back', async () => {
    const ringside = await startWith({ defaults: { theme: 'dark' } });
    expect(await ringside.view()).toMatchObject({ settings: { theme: 'dark' }, defaults: { theme: 'dark' }, held: {} });
    await ringside.ask('settings.change', { theme: 'system', tone: 'marimba' });
    expect((await ringside.settings()).theme).toBe('system');
    expect(saved(ringside.dataDir)).toEqual({ holds: 'choices', theme: 'system', tone: 'marimba' });
    await ringside.ask('settings.change', { theme: 'dark' });
    expect(saved(ringside.dataDir)).toEqual({ holds: 'choices', tone: 'marimba' });
  });

  test('leaves a choice alone over a restart, also one for what Ringside has by itself', async () => {
    const dataDir = tempFolder();
    const first = await startWith({ defaults: { theme: 'dark' } }, { dataDir });
    await first.ask('settings.change', { theme: 'system' });
    await first.app.stop();
    const second = await startWith({ defaults: { theme: 'dark' } }, { dataDir });
    expect((await second.settings()).theme).toBe('system');
  });

  test('takes the place of what an older version wrote down without anybody having chosen it', async () => {
    const dataDir = tempFolder();
    const written = { ...defaultSettings, volume: 1 };
    writeFileSync(join(dataDir, 'settings.json'), JSON.stringify(written));
    const ringside = await startWith({ defaults: { theme: 'dark', volume: 0 } }, { dataDir });
    expect(await ringside.settings()).toMatchObject({ theme: 'dark', volume: 1 });
  });
});

describe('a setting that a policy locks', () => {
  test('is as the policy says, whatever was chosen before, and cannot be changed', async () => {
    const dataDir = tempFolder();
    writeFileSync(join(dataDir, 'settings.json'), '{"updates":"automatic","theme":"light"}');
    const ringside = await startWith({ locked: { theme: 'dark', updates: 'off' } }, { dataDir });
    expect(await ringside.view()).toMatchObject({
      settings: { theme: 'dark', updates: 'off' },
      held: { theme: 'policy', updates: 'policy' },
      policy: { path: ringside.path, faults: [] },
    });
    expect(await ringside.app.request('settings.change', { theme: 'light', tone: 'marimba' })).toEqual({
      ok: false,
      error: {
        code: 'bad-request',
        message: 'theme is set by your organisation.',
        words: [{ kind: 'locked-setting', setting: 'theme' }],
      },
    });
    expect((await ringside.settings()).tone).toBe('bell');
  });

  test('goes before a start option', async () => {
    const ringside = await startWith({ locked: { extensions: ['1002'] } }, { extensions: ['1003'] });
    const { settings, held } = await ringside.view();
    expect(settings.extensions).toEqual(['1002']);
    expect(held).toEqual({ port: 'start-option', extensions: 'policy' });
    expect(ringside.said[0]).toBe('The start option for extensions is set aside: your organisation has set it.');
  });

  test('keeps what the user had chosen for the day when it is free again', async () => {
    const ringside = await startWith(null);
    await ringside.ask('settings.change', { theme: 'light' });
    ringside.write({ locked: { theme: 'dark' } });
    ringside.pass();
    await ringside.ask('settings.change', { tone: 'marimba' });
    expect((await ringside.settings()).theme).toBe('dark');
    rmSync(ringside.path);
    ringside.pass();
    expect(await ringside.view()).toMatchObject({
      settings: { theme: 'light', tone: 'marimba' },
      held: { port: 'start-option' },
      policy: null,
    });
  });
});

test('the extension comes from the user name of whoever runs Ringside', async () => {
  const users = { [userInfo().username]: '1002' };
  const ringside = await startWith({ extensionFromUserName: { users } });
  expect((await ringside.settings()).extensions).toEqual(['1002']);
});

describe('a policy that changes while Ringside runs', () => {
  test('takes effect without a restart, the port and the extension too', async () => {
    const ringside = await startWith({ locked: { theme: 'dark' } }, { port: null });
    const before = ringside.webhook();
    ringside.pushes.length = 0;
    ringside.write({ locked: { theme: 'light', port: 47_290, extensions: ['1002'] } });
    ringside.pass();
    expect(await ringside.settings()).toMatchObject({ theme: 'light', extensions: ['1002'] });
    expect(ringside.pushes).toContainEqual({ name: 'changed', value: { what: ['settings', 'status', 'pops'] } });
    await expect.poll(() => ringside.webhook()).not.toBe(before);
    expect(ringside.webhook()).toContain(':47290/');
  });

  test('counts only once it was found the same twice, for it may be half written', async () => {
    const ringside = await startWith({ locked: { theme: 'dark' } });
    ringside.write('{"locked":{"the');
    ringside.app.wake();
    expect((await ringside.view()).held.theme).toBe('policy');
    ringside.write({ locked: { theme: 'light' } });
    ringside.app.wake();
    expect((await ringside.settings()).theme).toBe('dark');
    ringside.app.wake();
    expect((await ringside.settings()).theme).toBe('light');
    expect(await ringside.faults()).toEqual([]);
  });
});

describe('a policy with faults', () => {
  test('is told of on the terminal, in the log and in the window, and calls come all the same', async () => {
    const ringside = await startWith('{ "locked": ');
    const notices = await ringside.faults();
    expect(notices).toMatchObject([{ path: ringside.path, faults: [{ where: '', fault: 'no-json' }] }]);
    expect(ringside.said[0]).toBe(
      `The policy of your organisation, ${ringside.path}, is not in force:\n  it is no JSON (SyntaxError: Unexpected end of JSON input)`,
    );
    expect(ringside.logged.filter((line) => line.startsWith('policy '))).toHaveLength(1);
    const { settings, held } = await ringside.view();
    expect(held).toEqual({ port: 'start-option' });
    expect({ ...settings, port: 47_100 }).toEqual(defaultSettings);
    expect((await ringside.ask('status.get')).listener.kind).toBe('listening');
  });

  test('locks what it says well, and leaves to the user what it says badly', async () => {
    const ringside = await startWith({ locked: { updates: 'never', theme: 'dark' } });
    expect((await ringside.view()).held).toEqual({ port: 'start-option', theme: 'policy' });
    await ringside.ask('settings.change', { updates: 'off' });
    expect((await ringside.settings()).updates).toBe('off');
  });

  test('is not told of any more once it is well, and anew when something else is wrong', async () => {
    const ringside = await startWith({ locked: { port: 1 } });
    ringside.write({ locked: { volume: 7 } });
    ringside.pass();
    expect(await ringside.faults()).toMatchObject([{ faults: [{ where: 'locked.volume', fault: 'volume' }] }]);
    expect(ringside.said.filter((line) => line.startsWith('The policy'))).toHaveLength(2);
    ringside.write({ locked: { volume: 1 } });
    ringside.pass();
    expect(await ringside.faults()).toEqual([]);
  });
});

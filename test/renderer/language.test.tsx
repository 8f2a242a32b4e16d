import { act, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';

import { firstSpeech } from '../../renderer/language/rememberedLanguage.ts';
import type { Settings } from '../../shared/settings.ts';
import { missedCall } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';

beforeEach(() => {
  document.documentElement.lang = '';
});

function want(core: FakeCore, language: Settings['language']): void {
  core.settings = { ...core.settings, settings: { ...core.settings.settings, language } };
}

function systemSpeaks(language: string): void {
  vi.spyOn(navigator, 'language', 'get').mockReturnValue(language);
}

const heading = (name: string) => screen.findByRole('heading', { level: 1, name });

it('speaks Greek where the system does, and says so to screen readers', async () => {
  systemSpeaks('el-CY');
  openPage();
  expect(await heading('Κλήσεις')).toBeDefined();
  await waitFor(() => expect(document.documentElement.lang).toBe('el'));
});

it('speaks English where the system speaks what Ringside does not', async () => {
  systemSpeaks('de-DE');
  openPage();
  expect(await heading('Calls')).toBeDefined();
  expect(document.documentElement.lang).toBe('en');
});

it('speaks the language of the settings, and another one as soon as it is chosen', async () => {
  const { core } = openPage((fresh) => want(fresh, 'el'));
  expect(await heading('Κλήσεις')).toBeDefined();
  want(core, 'en');
  act(() => core.changed('settings'));
  expect(await heading('Calls')).toBeDefined();
  await waitFor(() => expect(document.documentElement.lang).toBe('en'));
});

it('writes plurals and dates in the language that it speaks', async () => {
  openPage((core) => {
    want(core, 'el');
    core.calls = [missedCall(60 * 24 * 40)];
  }, '#/follow-ups');
  expect(await screen.findByText(/Μία φορά, πριν από 40 ημέρες/)).toBeDefined();
});

it('begins in the language of the last time', async () => {
  const { core, close } = openPage((fresh) => want(fresh, 'el'));
  await heading('Κλήσεις');
  close();
  expect((await firstSpeech()).language).toBe('el');
  want(core, 'en');
  openPage((fresh) => want(fresh, 'en'));
  await heading('Calls');
  await waitFor(async () => expect((await firstSpeech()).language).toBe('en'));
});

it('says in its own language why the core refused something, and which setting it means', async () => {
  const { core, user } = openPage((fresh) => want(fresh, 'el'), '#/settings');
  const port = await screen.findByRole('textbox', { name: 'Θύρα' });
  core.refusal = {
    code: 'bad-request',
    message: 'settings.change: port: expected a whole number between 1024 and 65535.',
    words: [{ kind: 'wrong-setting', setting: 'port', fault: 'port' }],
  };
  await user.clear(port);
  await user.type(port, '80{Enter}');
  expect(await screen.findByText('Θύρα: αναμένεται ακέραιος μεταξύ 1024 και 65535.')).toBeDefined();
});

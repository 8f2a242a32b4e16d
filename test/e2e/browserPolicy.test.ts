import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import type { Reply } from '../../shared/contract.ts';
import { accessibilityFaults, openChromium, patience } from '../support/chromiumPage.ts';
import { startRingside } from '../support/ringside.ts';
import { tempFolder } from '../support/tempFolder.ts';

const chromium = openChromium();

test('what the organisation locks can be read and not changed, and follows its policy without a restart', async () => {
  const policy = join(tempFolder(), 'policy.json');
  const write = (content: object) => writeFileSync(policy, JSON.stringify(content));
  write({ locked: { theme: 'dark', crmUrl: 'https://crm.example.com/{digits}' }, defaults: { tone: 'marimba' } });
  const ringside = await startRingside({ flags: ['--port', '0', '--extension', '1002', '--policy', policy] });
  const page = await chromium.open(`${ringside.url}#/settings`);

  const crm = page.getByRole('textbox', { name: 'Address of a customer' });
  await expect.poll(() => crm.inputValue(), patience).toBe('https://crm.example.com/{digits}');
  expect(await crm.isEditable()).toBe(false);
  expect(await page.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  expect(await page.getByRole('radio', { name: 'Light' }).isDisabled()).toBe(true);
  expect(await page.getByRole('radio', { name: 'Marimba' }).isChecked()).toBe(true);
  expect(await page.getByText('Set by your organisation.').count()).toBe(2);
  expect(await page.getByText(policy).count()).toBe(1);
  expect(await accessibilityFaults(page)).toEqual([]);

  const reply = await page.evaluate(async () => {
    const body = JSON.stringify({ argument: { theme: 'light' } });
    const headers = { 'content-type': 'application/json' };
    const answered = await fetch('/api/settings.change', { method: 'POST', headers, body });
    return (await answered.json()) as unknown;
  });
  expect((reply as Reply).ok).toBe(false);
  expect(reply).toMatchObject({ error: { words: [{ kind: 'locked-setting', setting: 'theme' }] } });

  write({ locked: { theme: 'light', updates: 'never' } });
  await page.getByRole('listitem').getByText('locked.updates: expected automatic or off').waitFor();
  const themeOf = () => page.evaluate(() => document.documentElement.dataset['theme']);
  await expect.poll(themeOf, patience).toBe('light');
  await expect.poll(() => crm.isEditable(), patience).toBe(true);
  expect(await accessibilityFaults(page)).toEqual([]);
});

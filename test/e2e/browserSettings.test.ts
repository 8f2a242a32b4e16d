import { describe, expect, test } from 'vitest';

import { openChromium, patience } from '../support/chromiumPage.ts';
import { startRingside } from '../support/ringside.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { ringEvent } from '../support/wire.ts';

const chromium = openChromium();
const nowUs = () => Date.now() * 1000;
const anyPort = ['--port', '0'];

describe('the first start', () => {
  test('leads through the set-up to the first pop-up', async () => {
    const ringside = await startRingside({ flags: anyPort });
    const page = await chromium.open(ringside.url);
    await page.getByRole('heading', { name: 'Welcome to Ringside' }).waitFor();
    await page.getByRole('textbox', { name: 'Your extensions' }).fill('1002');
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Who are you? (done)' }).waitFor();

    await page.getByRole('button', { name: 'Tell the PBX where to send them' }).click();
    await page.getByText(ringside.webhook, { exact: true }).waitFor();
    await page.getByRole('button', { name: 'Continue' }).click();
    await page.getByText('Waiting for the first event…').waitFor();

    expect(await ringside.post(ringEvent(nowUs()))).toBe(200);
    const card = page.getByRole('article', { name: 'Incoming call' });
    await card.waitFor();
    expect(await card.textContent()).toContain('+357 99 123456');
    await page.getByText('An event arrived at').waitFor();
    await page.getByRole('heading', { name: 'Does it ring? (done)' }).waitFor();

    await page.getByRole('link', { name: 'Show my calls' }).click();
    await page.getByRole('row', { name: '+357 99 123456' }).waitFor();
  });

  test('copies the address for the PBX', async () => {
    const ringside = await startRingside({ flags: anyPort });
    const page = await chromium.open(ringside.url, { permissions: ['clipboard-read', 'clipboard-write'] });
    await page.getByRole('button', { name: 'Tell the PBX where to send them' }).click();
    await page.getByRole('button', { name: 'Copy address' }).click();
    await page.getByRole('button', { name: 'Copied' }).waitFor();
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(ringside.webhook);
  });

  test('says what is missing to whoever skips it', async () => {
    const ringside = await startRingside({ flags: anyPort });
    const page = await chromium.open(ringside.url);
    await page.getByRole('link', { name: 'Skip for now' }).click();
    await page.getByRole('heading', { name: 'No calls yet' }).waitFor();
    expect(await page.getByText('npm run simulate').count()).toBeGreaterThan(0);
    await page.getByRole('status').getByRole('link').click();
    await page.getByRole('heading', { name: 'Welcome to Ringside' }).waitFor();
  });
});

describe('a setting', () => {
  test('takes effect at once in every tab and is still there after a restart', async () => {
    const dataDir = tempFolder();
    const first = await startRingside({ dataDir });
    const page = await chromium.open(`${first.url}#/settings`);
    const other = await chromium.open(first.url);
    await page.getByRole('checkbox', { name: 'To you alone Card' }).click();
    await page.getByRole('radio', { name: 'Dark' }).click();
    const themeOf = () => other.evaluate(() => document.documentElement.dataset['theme']);
    await expect.poll(themeOf, patience).toBe('dark');

    expect(await first.post(ringEvent(nowUs()))).toBe(200);
    await other.getByRole('row', { name: '+357 99 123456' }).waitFor();
    expect(await other.getByRole('article', { name: 'Incoming call' }).count()).toBe(0);
    await page.close();
    await other.close();
    await first.stop();

    const second = await startRingside({ dataDir });
    const again = await chromium.open(`${second.url}#/settings`);
    await again.getByRole('heading', { name: 'Settings', exact: true }).waitFor();
    await expect
      .poll(() => again.getByRole('checkbox', { name: 'To you alone Card' }).isChecked(), patience)
      .toBe(false);
    expect(await again.getByRole('checkbox', { name: 'To you alone Sound' }).isChecked()).toBe(true);
    expect(await again.getByRole('radio', { name: 'Dark' }).isChecked()).toBe(true);
  });

  test('that makes no sense is refused in words, and keeps what was typed', async () => {
    const ringside = await startRingside({ flags: anyPort });
    const page = await chromium.open(`${ringside.url}#/settings`);
    const extensions = page.getByRole('textbox', { name: 'Your extensions' });
    await extensions.fill('10021003100410051006');
    await extensions.press('Enter');
    await page.getByRole('alert').getByText('expected an extension such as 1002').waitFor();
    expect(await extensions.inputValue()).toBe('10021003100410051006');
    await extensions.press('Escape');
    await expect.poll(() => extensions.inputValue(), patience).toBe('');
  });

  test('that a start option holds says so and cannot be changed', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(`${ringside.url}#/settings`);
    const extensions = page.getByRole('textbox', { name: 'Your extensions' });
    await expect.poll(() => extensions.inputValue(), patience).toBe('1002');
    expect(await extensions.isEditable()).toBe(false);
    expect(await page.getByText('Set by a start option for this run.').count()).toBe(2);
  });
});

describe('the log in the settings', () => {
  test('is rebuilt from its events at a click', async () => {
    const ringside = await startRingside();
    await ringside.post(ringEvent(nowUs()));
    const page = await chromium.open(`${ringside.url}#/settings`);
    await page.getByRole('button', { name: 'Rebuild the log from its events' }).click();
    const done = page.getByText('1 call rebuilt');
    await expect.poll(() => done.count(), patience).toBe(1);
  });
});

import { readFile } from 'node:fs/promises';

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { minimumSize } from '../../electron/shell/bounds.ts';
import { callIn, callOut } from '../support/calls.ts';
import { accessibilityFaults, keepPicture, openChromium } from '../support/chromiumPage.ts';
import { type Ringside, startRingside } from '../support/ringside.ts';

const chromium = openChromium();
const hourUs = 3_600_000_000;

/** The two weeks before today: three calls a day, of which one is missed and one my own. */
async function fillLog(ringside: Ringside): Promise<void> {
  const noonMs = new Date().setHours(12, 0, 0, 0);
  for (let day = 0; day < 14; day += 1) {
    const atUs = new Date(noonMs).setDate(new Date(noonMs).getDate() - day - 1) * 1000;
    await ringside.post(callIn({ ref: `in-${day}`, atUs, answered: 5 + day, ended: 65 + day }));
    await ringside.post(
      callIn({
        ref: `missed-${day}`,
        atUs: atUs - hourUs,
        number: '+442079460018',
        ended: 20,
        cause: 'ORIGINATOR_CANCEL',
      }),
    );
    await ringside.post(callOut({ ref: `out-${day}`, atUs: atUs - 2 * hourUs, answered: 9, ended: 100 }));
  }
}

async function isShown(page: Page): Promise<void> {
  await page.getByRole('heading', { name: /^Calls by / }).waitFor();
  await page.locator('.chart-bar').first().waitFor({ state: 'attached' });
}

test('statistics are loaded when they are opened, and every chart can be had as a file', async () => {
  const ringside = await startRingside();
  await fillLog(ringside);
  const page = await chromium.open(ringside.url, { timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone });
  const loaded: string[] = [];
  page.on('request', (request) => void loaded.push(request.url()));
  await page.getByRole('row', { name: 'Answered' }).first().waitFor();
  expect(loaded.filter((url) => url.includes('Statistics'))).toEqual([]);
  await page.getByRole('link', { name: 'Statistics' }).click();
  await isShown(page);
  expect(loaded.filter((url) => url.includes('Statistics'))).not.toEqual([]);
  expect(await page.getByText('Whole period: 42 calls').count()).toBe(1);

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Save as CSV: Top callers' }).click();
  const file = await download;
  expect(file.suggestedFilename()).toMatch(/^callers-[-\d]+\.csv$/);
  expect(await readFile(await file.path(), 'utf8')).toBe(
    "\uFEFFCaller,Number,Calls,Missed,Talk time (seconds)\r\n'+357 99 123456,'+35799123456,14,0,840\r\n'+44 20 7946 0018,'+442079460018,14,14,0\r\n",
  );
});

test('the keyboard alone reaches every bar, and a new call is counted at once', async () => {
  const ringside = await startRingside();
  await fillLog(ringside);
  const page = await chromium.open(`${ringside.url}#/statistics?period=7d`, {
    timezoneId: Intl.DateTimeFormat().resolvedOptions().timeZone,
  });
  await isShown(page);
  await page.getByRole('button', { name: 'Save as CSV: Calls by day' }).focus();
  await page.keyboard.press('Tab');
  const bars = page.getByRole('slider', { name: 'Calls by day' });
  expect(await bars.evaluate((element) => element === document.activeElement)).toBe(true);
  await page.keyboard.press('Home');
  expect(await bars.getAttribute('aria-valuetext')).toMatch(/: 3 calls, Answered 1, Missed 1, Outgoing 1$/);
  expect(await page.locator('.chart-current').count()).toBe(1);
  await page.keyboard.press('Tab');
  await page.getByText('Whole period: 18 calls').waitFor();
  await ringside.post(callIn({ ref: 'new', atUs: Date.now() * 1000 - 30_000_000, answered: 5, ended: 20 }));
  await page.getByText('Whole period: 19 calls').waitFor();
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('statistics can be used by everybody, as pictures, as tables and without calls', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(`${ringside.url}#/statistics`, { colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('heading', { name: 'Nothing to count yet' }).waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
    await fillLog(ringside);
    for (const [name, viewport] of Object.entries({ usual: { width: 1280, height: 800 }, smallest: minimumSize })) {
      await page.setViewportSize(viewport);
      await isShown(page);
      await keepPicture(page, `statistics-${colorScheme}-${name}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
    await page.getByRole('button', { name: /^Show as a table/ }).click();
    await page.getByRole('button', { name: /^Show numbers/ }).click();
    await page.getByRole('link', { name: 'Own dates' }).click();
    await page.getByLabel('From').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });
});

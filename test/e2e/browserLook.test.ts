import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { minimumSize } from '../../electron/shell/bounds.ts';
import { accessibilityFaults, keepPicture, openChromium } from '../support/chromiumPage.ts';
import type { Ringside } from '../support/ringside.ts';
import { startRingside } from '../support/ringside.ts';
import { answerEvent, documented, hangupEvent, ringEvent } from '../support/wire.ts';

const chromium = openChromium();
const nowUs = () => Date.now() * 1000;

/** Calls of every kind that the list draws differently: ringing, in talk, answered, missed, withheld. */
async function fillLog(ringside: Ringside): Promise<void> {
  for (const body of [documented.originate, documented.ring, documented.answer, documented.hangup])
    await ringside.post(body);
  const fields = (name: string, number: string) => ({
    ref: name,
    channel_uuid: `${name}-leg`,
    ani: number,
    ani_e164: number,
    caller_id_number: number,
    caller_id_number_e164: number,
  });
  const hourUs = 3_600_000_000;
  await ringside.post(
    hangupEvent(nowUs() - hourUs, 20_000_000, 'ORIGINATOR_CANCEL', fields('missed', '+442079460018')),
  );
  await ringside.post(hangupEvent(nowUs() - 2 * hourUs, 9_000_000, 'CALL_REJECTED', fields('declined', '+4930901820')));
  await ringside.post(hangupEvent(nowUs() - 26 * hourUs, 9_000_000, 'NO_ANSWER', fields('withheld', 'anonymous')));
  const answeredUs = nowUs() - 65_000_000;
  await ringside.post(ringEvent(nowUs() - 5_000_000, fields('talking', '+302101234567')));
  await ringside.post(answerEvent(answeredUs, 5_000_000, fields('talking', '+302101234567')));
  await ringside.post(ringEvent(nowUs() - 3_000_000));
}

interface View {
  readonly name: string;
  readonly hash: string;
  readonly isReady: (page: Page) => Promise<void>;
}

const views: readonly View[] = [
  {
    name: 'calls',
    hash: '#/calls',
    isReady: (page) => page.getByRole('row', { name: 'Ringing' }).waitFor(),
  },
  {
    name: 'call',
    hash: '#/calls/460a36b6-09e7-466b-97d8-903c8cf4fc6c',
    isReady: (page) => page.getByText('NORMAL_CLEARING').first().waitFor(),
  },
  {
    name: 'calls-narrowed',
    hash: '#/calls?view=in&from=2020-01-01',
    isReady: (page) => page.getByRole('button', { name: /^Since/ }).waitFor(),
  },
  {
    name: 'calls-none',
    hash: '#/calls?view=missed&q=nobody&note',
    isReady: (page) => page.getByRole('button', { name: 'Show all calls' }).waitFor(),
  },
  {
    name: 'follow-ups',
    hash: '#/follow-ups',
    isReady: (page) => page.getByRole('button', { name: 'Snooze' }).first().waitFor(),
  },
  {
    name: 'settings',
    hash: '#/settings',
    isReady: (page) => page.getByRole('switch', { name: 'Missed-call notifications' }).waitFor(),
  },
  {
    name: 'about',
    hash: '#/about',
    isReady: (page) => page.getByText('react-dom').waitFor(),
  },
  {
    name: 'setup',
    hash: '#/setup',
    isReady: (page) => page.getByRole('heading', { name: 'Does it ring? (done)' }).waitFor(),
  },
];

/** A usual window, and the smallest that the shell allows. */
const sizes = { usual: { width: 1280, height: 800 }, smallest: minimumSize };

test('no column of the list is cut off, however wide the window is', async () => {
  const ringside = await startRingside();
  await fillLog(ringside);
  const page = await chromium.open(ringside.url);
  await page.getByRole('row', { name: 'Ringing' }).waitFor();
  const cutOff: number[] = [];
  for (let width = 320; width <= 1400; width += 20) {
    await page.setViewportSize({ width, height: 500 });
    const isCut = await page.locator('.line-head').evaluate((line) => line.scrollWidth > line.clientWidth);
    if (isCut) cutOff.push(width);
  }
  expect(cutOff).toEqual([]);
});

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test.each(views)(
    '$name can be used by everybody, in a usual and in the smallest window',
    async ({ name, hash, isReady }) => {
      const ringside = await startRingside();
      await fillLog(ringside);
      const page = await chromium.open(`${ringside.url}${hash}`, { colorScheme, reducedMotion: 'reduce' });
      for (const [size, viewport] of Object.entries(sizes)) {
        await page.setViewportSize(viewport);
        await isReady(page);
        await keepPicture(page, `${name}-${colorScheme}-${size}`);
        expect(await accessibilityFaults(page)).toEqual([]);
        expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      }
    },
  );

  test('what opens over the list can be used by everybody', async () => {
    const ringside = await startRingside();
    await fillLog(ringside);
    const page = await chromium.open(ringside.url, { colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('row', { name: 'Declined' }).focus();
    const look = async (name: string) => {
      await keepPicture(page, `${name}-${colorScheme}`);
      expect(await accessibilityFaults(page)).toEqual([]);
    };
    await page.keyboard.press('Shift+ArrowDown');
    await page.getByRole('toolbar', { name: 'Selected calls' }).waitFor();
    await look('selection');
    for (const [key, name] of [
      ['t', 'Tags of 2 calls'],
      ['?', 'Keys'],
    ] as const) {
      await page.keyboard.press(key);
      await page.getByRole('dialog', { name }).waitFor();
      await look(name.toLowerCase());
      await page.keyboard.press('Escape');
      await page.getByRole('dialog', { name }).waitFor({ state: 'hidden' });
    }
    await page.getByRole('toolbar').getByRole('button', { name: 'Export' }).click();
    await page.getByRole('button', { name: 'Save file' }).waitFor();
    await look('export');
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Filter' }).click();
    await page.getByLabel('From').waitFor();
    await look('filter');
  });

  test('the first start and an empty log can be used by everybody', async () => {
    const ringside = await startRingside({ flags: ['--port', '0'] });
    const page = await chromium.open(ringside.url, { colorScheme, reducedMotion: 'reduce' });
    await page.getByRole('textbox', { name: 'Your extensions' }).waitFor();
    await keepPicture(page, `first-start-${colorScheme}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    await page.getByRole('link', { name: 'Skip for now' }).click();
    await page.getByRole('heading', { name: 'No calls yet' }).waitFor();
    await keepPicture(page, `empty-${colorScheme}`);
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test('the page is drawn in those colours', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(ringside.url, { colorScheme });
    await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
    const picture = await page.screenshot({ clip: { x: 640, y: 700, width: 1, height: 1 }, type: 'jpeg' });
    const brightness = await page.evaluate(async (base64) => {
      const image = new Image();
      image.src = `data:image/jpeg;base64,${base64}`;
      await image.decode();
      const canvas = new OffscreenCanvas(1, 1).getContext('2d');
      canvas?.drawImage(image, 0, 0);
      return canvas?.getImageData(0, 0, 1, 1).data[1] ?? -1;
    }, picture.toString('base64'));
    expect(brightness > 128 ? 'light' : 'dark').toBe(colorScheme);
  });
});

import type { Page } from 'playwright-core';
import { describe, expect, test } from 'vitest';

import { minimumSize } from '../../electron/shell/bounds.ts';
import type { Reach, ReachState, SelfTest } from '../../shared/reach.ts';
import { hops } from '../../shared/reach.ts';
import { accessibilityFaults, keepPicture, openChromium } from '../support/chromiumPage.ts';
import { startRingside } from '../support/ringside.ts';
import { tabTo } from '../support/tabTo.ts';
import { documented } from '../support/wire.ts';

const chromium = openChromium();

test('the set-up goes by keyboard from the first start to the test ring', async () => {
  const ringside = await startRingside({ flags: ['--port', '0'] });
  const page = await chromium.open(ringside.url);
  const press = async (name: string) => {
    await tabTo(page, page.getByRole('button', { name, exact: true }));
    await page.keyboard.press('Enter');
  };
  await tabTo(page, page.getByRole('textbox', { name: 'Your extensions' }));
  await page.keyboard.type('1002');
  await page.keyboard.press('Enter');
  await press('Continue');

  // A way that somebody else looks after: here it leads straight to the listener.
  await tabTo(page, page.getByRole('radio', { name: 'Not yet' }));
  await page.keyboard.press('ArrowDown');
  await tabTo(page, page.getByRole('textbox', { name: 'Public address' }));
  await page.keyboard.type(new URL(ringside.webhook).origin);
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Ringside can be reached' }).waitFor();
  await keepPicture(page, 'setup-reachable');
  expect(await accessibilityFaults(page)).toEqual([]);
  await press('Continue');

  await page.getByText(ringside.webhook, { exact: true }).waitFor();
  await press('It is pasted: continue');
  await press('Ring me');
  await page.getByText(/^Everything works/).waitFor();
  await keepPicture(page, 'setup-test-ring');
  await expect.poll(() => ringside.post(documented.ring)).toBe(200);
  await page.getByText(/^An event arrived at/).waitFor();

  await page.reload();
  await tabTo(page, page.getByRole('link', { name: 'Show my calls' }));
  await page.keyboard.press('Enter');
  await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
  await page.getByRole('navigation').getByText('Reachable').waitFor();
});

test('a delivery that could not be read is kept, with what was wrong', async () => {
  const ringside = await startRingside();
  const page = await chromium.open(`${ringside.url}#/connection`);
  await page.getByText('Rejected deliveries').click();
  await page.getByText('Everything that arrived could be read.').waitFor();
  expect(await ringside.post('this is no event')).toBe(400);
  await page.getByText('1 delivery').waitFor();
  await page.locator('.fold-body details.event summary').click();
  await page.getByText('this is no event', { exact: true }).waitFor();
  await page.getByRole('button', { name: 'Try again' }).click();
  await page.getByText(/^Still not readable/).waitFor();
});

const webhook = 'https://hooks.example.com/hooks/9f2c4b7d81e65a3c0f9d27b6a4e8c15d';
const nowUs = () => Date.now() * 1000;
const trouble = { code: 'host-key-changed', detail: 'REMOTE HOST IDENTIFICATION HAS CHANGED' } as const;

function reachOf(state: ReachState, change: Partial<Reach> = {}): Reach {
  return {
    state,
    webhook: state.kind === 'off' ? null : webhook,
    changedFrom: null,
    lastSuccessUs: nowUs() - 20_000_000,
    roundTripMs: 84,
    oldTokenUntilUs: null,
    secrets: { 'cloudflared-token': false, 'ngrok-token': true },
    keptIn: 'key-store',
    requestsThisMonth: null,
    forward: { waiting: 0, lastSuccessUs: null, failingSinceUs: null, trouble: null, givenUp: 0 },
    eventsPerHour: Array.from({ length: 24 }, (_, hour) => (hour % 7) * 5),
    ...change,
  };
}

const brokenTest: SelfTest = {
  id: 'one',
  startedUs: 0,
  isOver: true,
  hops: hops.map((hop, index) => ({
    hop,
    state: index < 2 ? 'passed' : index === 2 ? 'failed' : 'skipped',
    trouble: index === 2 ? { code: 'http-error', detail: '502 Bad Gateway' } : null,
    milliseconds: index < 2 ? 12 : null,
  })),
};

const sinceUs = nowUs() - 90_000_000;
const states: Readonly<Record<string, Reach>> = {
  off: reachOf({ kind: 'off' }),
  starting: reachOf({ kind: 'starting', sinceUs }),
  up: reachOf({ kind: 'up', sinceUs }),
  moved: reachOf({ kind: 'up', sinceUs }, { changedFrom: 'https://old.example.com/hooks/9f2c4b7d81e65a3c' }),
  degraded: reachOf({ kind: 'degraded', sinceUs, trouble: { code: 'timeout', detail: '' } }),
  down: reachOf({ kind: 'down', sinceUs, trouble: { code: 'unreachable', detail: '' }, retryAtUs: nowUs() }),
  blocked: reachOf({ kind: 'blocked', sinceUs, trouble }),
};

/** What the core is not in now, and answers all the same. */
interface Pretended {
  reach: Reach;
  selfTest: SelfTest | null;
}

async function pretend(page: Page, what: Pretended): Promise<void> {
  const answer = (value: unknown) => ({ json: { ok: true, value } });
  await page.route('**/api/reach.get', (route) => route.fulfill(answer(what.reach)));
  await page.route('**/api/selfTest.get', (route) => route.fulfill(answer(what.selfTest)));
  const gap = { fromUs: nowUs() - 9_000_000_000, toUs: nowUs() - 7_000_000_000, cause: 'not-listening' };
  await page.route('**/api/reach.gaps', (route) => route.fulfill(answer([gap])));
  await page.evaluate(() => {
    window.location.hash = '#/connection';
  });
  await page.reload();
}

describe.each(['light', 'dark'] as const)('in %s', (colorScheme) => {
  test('every state of the connection can be used by everybody', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(ringside.url, { colorScheme, reducedMotion: 'reduce', viewport: minimumSize });
    const faults: string[] = [];
    for (const [name, reach] of Object.entries(states)) {
      await pretend(page, { reach, selfTest: name === 'up' ? brokenTest : null });
      await page.locator(`.answer[data-state="${reach.state.kind}"]`).waitFor();
      await keepPicture(page, `connection-${name}-${colorScheme}`);
      faults.push(...(await accessibilityFaults(page)).map((fault) => `${name}: ${fault}`));
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
      await page.unrouteAll();
    }
    expect(faults).toEqual([]);
  });

  test('everything that is folded up can be used by everybody, also twice as large and in Greek', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(ringside.url, {
      colorScheme,
      locale: 'el-GR',
      reducedMotion: 'reduce',
      // A window of 1280 × 800 at 200 %.
      viewport: { width: 640, height: 400 },
    });
    const reach = reachOf({ kind: 'down', sinceUs, trouble, retryAtUs: nowUs() });
    await pretend(page, { reach, selfTest: null });
    await page.getByRole('heading', { name: 'Όχι, το κέντρο δεν σας βρίσκει' }).waitFor();
    for (const fold of await page.locator('.fold > summary').all()) await fold.click();
    await page.getByRole('radio').nth(2).check();
    await keepPicture(page, `connection-greek-${colorScheme}`);
    expect(await accessibilityFaults(page)).toEqual([]);
    expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
  });
});

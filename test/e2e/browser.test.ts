import { describe, expect, test } from 'vitest';

import { patience, openChromium } from '../support/chromiumPage.ts';
import { startRingside } from '../support/ringside.ts';
import { answerEvent, documented, hangupEvent, ringEvent } from '../support/wire.ts';

const chromium = openChromium();
const nowUs = () => Date.now() * 1000;
const dayUs = 86_400_000_000;

/** The one event that a call from `number` leaves which rang four seconds and was missed. */
function endedCall(ref: string, number: string, atUs: number) {
  const caller = { ani: number, ani_e164: number, caller_id_number: number, caller_id_number_e164: number };
  return hangupEvent(atUs, 4_000_000, 'NO_ANSWER', { ref, channel_uuid: `${ref}-leg`, ...caller });
}

describe('an incoming call', () => {
  test('shows a card with the number while it rings, and takes it away when the caller hangs up', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(ringside.url);
    await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
    const card = page.getByRole('article', { name: 'Incoming call' });
    expect(await card.count()).toBe(0);

    const atUs = nowUs();
    expect(await ringside.post(ringEvent(atUs))).toBe(200);
    await card.waitFor();
    expect(await card.textContent()).toContain('+357 99 123456');
    await expect.poll(() => page.title(), patience).toContain('+357 99 123456');

    expect(await ringside.post(hangupEvent(atUs, 4_000_000, 'ORIGINATOR_CANCEL'))).toBe(200);
    await card.waitFor({ state: 'detached' });
    const row = page.getByRole('row', { name: '+357 99 123456' });
    await expect.poll(() => row.textContent(), patience).toContain('Missed');
    await expect.poll(() => page.title(), patience).toBe('Ringside');
  });

  test('does not take the keyboard away from what the user types', async () => {
    const ringside = await startRingside({ flags: ['--port', '0'] });
    const page = await chromium.open(`${ringside.url}#/settings`);
    const extensions = page.getByRole('textbox', { name: 'Your extensions' });
    await extensions.fill('1002');
    await extensions.press('Enter');
    const domain = page.getByRole('textbox', { name: 'Domain' });
    await domain.pressSequentially('dev-');
    expect(await ringside.post(ringEvent(nowUs()))).toBe(200);
    await page.getByRole('article', { name: 'Incoming call' }).waitFor();
    await page.keyboard.type('pbx');
    expect(await domain.inputValue()).toBe('dev-pbx');
  });

  test('turns into a slim card with a running clock when I answer, and can be dismissed', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(ringside.url);
    const atUs = nowUs() - 5_000_000;
    await ringside.post(ringEvent(atUs));
    await page.getByRole('article', { name: 'Incoming call' }).waitFor();
    await ringside.post(answerEvent(atUs, 3_000_000));
    const inCall = page.getByRole('article', { name: 'In call' });
    await inCall.waitFor();
    expect(await page.getByRole('article', { name: 'Incoming call' }).count()).toBe(0);
    const shown = await inCall.getByRole('timer').textContent();
    await expect.poll(() => inCall.getByRole('timer').textContent(), patience).not.toBe(shown);

    await inCall.getByRole('button', { name: 'Dismiss' }).click();
    await inCall.waitFor({ state: 'detached' });
  });

  test('that begins while the page is still loading is not missed', async () => {
    const ringside = await startRingside();
    const page = await chromium.open('about:blank');
    // The page has read everything and hears of no change yet: the moment between the two is what is tested.
    await page.route('**/api/pushes', async (route) => {
      await page.getByRole('heading', { name: 'No calls yet' }).waitFor();
      await ringside.post(ringEvent(nowUs()));
      await route.continue();
    });
    await page.goto(ringside.url);
    await page.getByRole('article', { name: 'Incoming call' }).waitFor();
    await expect.poll(() => page.getByRole('row', { name: '+357 99 123456' }).count(), patience).toBe(1);
  });

  test('that I dismissed stays away although it goes on ringing', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(ringside.url);
    const atUs = nowUs();
    await ringside.post(ringEvent(atUs));
    const card = page.getByRole('article', { name: 'Incoming call' });
    await card.getByRole('button', { name: 'Dismiss' }).click();
    await card.waitFor({ state: 'detached' });
    await ringside.post(ringEvent(atUs, { recipient: '+35722000001' }));
    await page.reload();
    await page.getByRole('grid', { name: 'Calls' }).getByRole('timer').waitFor();
    expect(await card.count()).toBe(0);
  });

  test('shows in every tab, and one tab follows what is done in another', async () => {
    const ringside = await startRingside();
    const first = await chromium.open(ringside.url);
    const second = await first.context().newPage();
    await second.goto(ringside.url);
    const other = await chromium.open(ringside.url);
    const tabs = [first, second, other];
    await Promise.all(tabs.map((tab) => tab.getByRole('heading', { name: 'Calls', exact: true }).waitFor()));

    await ringside.post(ringEvent(nowUs()));
    const cards = tabs.map((tab) => tab.getByRole('article', { name: 'Incoming call' }));
    await Promise.all(cards.map((card) => card.waitFor()));
    await cards[1]?.getByRole('button', { name: 'Dismiss' }).click();
    for (const card of cards) await expect.poll(() => card.count(), patience).toBe(0);
  });

  test('shows in eight tabs of one browser, and in the other seven when the first is closed', async () => {
    const ringside = await startRingside();
    const first = await chromium.open(ringside.url);
    const others = await Promise.all(Array.from({ length: 7 }, () => first.context().newPage()));
    const tabs = [first, ...others];
    for (const tab of others) await tab.goto(ringside.url);
    for (const tab of tabs) await tab.getByText('No calls yet').waitFor();

    const atUs = nowUs();
    expect(await ringside.post(ringEvent(atUs))).toBe(200);
    for (const tab of tabs) await tab.getByRole('article', { name: 'Incoming call' }).waitFor();
    await first.close();
    expect(await ringside.post(hangupEvent(atUs, 4_000_000, 'ORIGINATOR_CANCEL'))).toBe(200);
    for (const tab of others) await tab.getByRole('article', { name: 'Incoming call' }).waitFor({ state: 'detached' });
    expect(await others[6]?.getByText('Connection to Ringside lost').count()).toBe(0);
  });
});

describe('a notification of the browser', () => {
  test('is raised while it rings, opens the call at a click, and goes when the caller hangs up', async () => {
    const ringside = await startRingside();
    const page = await chromium.open('about:blank', { permissions: ['notifications'] });
    await page.addInitScript(recordNotifications);
    await page.goto(ringside.url);
    await page.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
    const recorded = () => page.evaluate(() => window.recorded.map(({ title, isClosed }) => ({ title, isClosed })));

    const atUs = nowUs();
    expect(await ringside.post(ringEvent(atUs))).toBe(200);
    await expect.poll(recorded, patience).toEqual([{ title: '+357 99 123456 is calling', isClosed: false }]);
    expect(await ringside.post(hangupEvent(atUs, 4_000_000, 'ORIGINATOR_CANCEL'))).toBe(200);
    const missed = { title: 'Missed call from +357 99 123456', isClosed: false };
    await expect.poll(recorded, patience).toMatchObject([{ isClosed: true }, missed]);

    await ringside.post(ringEvent(nowUs(), { ref: 'call-2', channel_uuid: 'leg-2' }));
    await expect.poll(async () => (await recorded()).length, patience).toBe(3);
    await page.evaluate(() => window.recorded[2]?.dispatchEvent(new Event('click')));
    await page.getByRole('link', { name: 'All calls' }).waitFor();
    expect(new URL(page.url()).hash).toBe('#/calls/call-2');
    expect(await recorded()).toMatchObject([{ isClosed: true }, missed, { isClosed: true }]);
  });
});

describe('the log', () => {
  test('shows the call that the vendor documents: to whom, how it ended and how long it was', async () => {
    const ringside = await startRingside();
    for (const body of [documented.originate, documented.ring, documented.answer, documented.hangup]) {
      expect(await ringside.post(body)).toBe(200);
    }
    const page = await chromium.open(ringside.url);
    const row = page.getByRole('grid', { name: 'Calls' }).getByRole('row').filter({ hasText: '+357 99 123456' });
    await row.waitFor();
    const text = await row.textContent();
    for (const words of ['+357 99 123456', 'Answered', '4 s', '9 s', '1002']) expect(text).toContain(words);
    expect(await page.getByRole('grid').getByRole('rowheader').textContent()).toContain('29 January 2020');
  });

  test('shows the failed call that the vendor documents, though its body is not valid JSON', async () => {
    const ringside = await startRingside();
    expect(await ringside.post(documented.failed)).toBe(200);
    const page = await chromium.open(ringside.url);
    const row = page.getByRole('grid', { name: 'Calls' }).getByRole('row').filter({ hasText: 'Wrong number' });
    await row.click();
    const call = page.getByRole('region', { name: 'Call', exact: true });
    await call.getByText('NO_ROUTE', { exact: true }).first().waitFor();
    await call.getByText('repaired').waitFor();
  });

  test('has the calls in progress on top, with clocks that run', async () => {
    const ringside = await startRingside();
    const page = await chromium.open(ringside.url);
    await ringside.post(documented.hangup);
    await ringside.post(ringEvent(nowUs()));
    const grid = page.getByRole('grid', { name: 'Calls' });
    const clock = grid.getByRole('timer');
    await clock.waitFor();
    await expect
      .poll(() => grid.getByRole('row').allTextContents(), patience)
      .toEqual([
        expect.stringContaining('Other party'),
        expect.stringContaining('Now'),
        expect.stringContaining('Ringing'),
        expect.stringContaining('2020'),
        expect.stringContaining('Answered'),
      ]);
    const shown = await clock.textContent();
    await expect.poll(() => clock.textContent(), patience).not.toBe(shown);
  });

  test('opens a call with its legs, its times and its raw events, and the address of it works', async () => {
    const ringside = await startRingside();
    for (const body of Object.values(documented).slice(0, 4)) await ringside.post(body);
    const page = await chromium.open(ringside.url);
    await page.getByRole('row', { name: '+357 99 123456' }).click();

    const call = page.getByRole('region', { name: 'Call', exact: true });
    await call.getByRole('heading', { name: '+357 99 123456' }).waitFor();
    const text = await call.textContent();
    for (const words of ['NORMAL_CLEARING', 'Cyprus', '07:45:25', '07:45:35', '07:45:39', '4 events']) {
      expect(text).toContain(words);
    }
    const hangup = call.getByRole('group').filter({ hasText: 'hangup' });
    await hangup.locator('summary').click();
    await hangup.getByText('"cause": "NORMAL_CLEARING"').waitFor();

    await page.reload();
    await call.getByRole('heading', { name: '+357 99 123456' }).waitFor();
    await page.goBack();
    await call.waitFor({ state: 'detached' });
  });

  test('can be worked with the keyboard alone', async () => {
    const ringside = await startRingside();
    for (const index of [1, 2, 3]) {
      await ringside.post(endedCall(`call-${index}`, `+3579900000${index}`, nowUs() - index * 3_600_000_000));
    }
    const page = await chromium.open(ringside.url);
    await page.getByRole('row', { name: '+357 99 000001' }).waitFor();
    const focused = () => page.evaluate(() => document.activeElement?.getAttribute('data-ref'));

    for (const name of [/^Calls/, /^Follow-ups/, /^Contacts/, /^Statistics/, /^Connection/, /^Settings/]) {
      await page.keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(name);
    }
    await page.keyboard.press('/');
    expect(await page.getByRole('searchbox').evaluate((field) => field === document.activeElement)).toBe(true);
    await page.keyboard.press('Escape');
    await expect.poll(focused, patience).toBe('call-1');
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused, patience).toBe('call-3');
    await page.keyboard.press('Home');
    await expect.poll(focused, patience).toBe('call-1');
    await page.keyboard.press('ArrowDown');
    await expect.poll(focused, patience).toBe('call-2');
    await page.keyboard.press('Enter');
    const call = page.getByRole('region', { name: 'Call', exact: true });
    await call.getByRole('heading', { name: '+357 99 000002' }).waitFor();
    await page.keyboard.press('Escape');
    await call.waitFor({ state: 'detached' });
    await expect.poll(focused, patience).toBe('call-2');
  });

  test('of 10,000 calls scrolls from end to end without a blank line, and keeps the page small', async () => {
    const ringside = await startRingside();
    const firstUs = nowUs() - 40 * dayUs;
    await inParallel(10_000, async (index) => {
      const event = endedCall(`call-${index}`, `+35799${100_000 + index}`, firstUs + index * 300_000_000);
      expect(await ringside.post(event)).toBe(200);
    });

    const page = await chromium.open(ringside.url);
    const grid = page.getByRole('grid', { name: 'Calls' });
    await grid.locator('[data-ref="call-9999"]').waitFor();
    const seen = await grid.locator('.grid-body').evaluate(scrollToTheEnd);
    expect(seen).toEqual({ last: 'call-0', jumps: expect.any(Number), elements: expect.any(Number) });
    expect(seen.jumps).toBeGreaterThan(10);
    expect(seen.elements).toBeLessThan(3000);
  }, 180_000);

  test('stays where it is read when a call comes in, and shows it on top', async () => {
    const ringside = await startRingside();
    const firstUs = nowUs() - 10 * dayUs;
    for (let index = 0; index < 60; index += 1) {
      await ringside.post(endedCall(`call-${index}`, `+35799${100_000 + index}`, firstUs + index * 3_600_000_000));
    }
    const page = await chromium.open(ringside.url);
    const grid = page.getByRole('grid', { name: 'Calls' });
    await grid.locator('[data-ref="call-59"]').waitFor();
    await grid.locator('.grid-body').hover();
    await page.mouse.wheel(0, 1000);
    const read = () =>
      grid.locator('.grid-body').evaluate((list) => {
        const { left, top } = list.getBoundingClientRect();
        const line = document.elementFromPoint(left + 200, top + 100)?.closest('[data-ref]');
        return line === null || line === undefined
          ? null
          : { call: line.getAttribute('data-ref'), top: Math.round(line.getBoundingClientRect().top) };
      });
    await expect.poll(async () => (await read())?.call, patience).not.toMatch(/^call-5/);
    const before = await read();
    const countBefore = await grid.getAttribute('aria-rowcount');

    expect(await ringside.post(endedCall('newest', '+35799999999', nowUs()))).toBe(200);
    await expect.poll(() => grid.getAttribute('aria-rowcount'), patience).not.toBe(countBefore);
    expect(await read()).toEqual(before);
    await page.keyboard.press('Home');
    await grid.locator('[data-ref="newest"]').waitFor();
  });
});

declare global {
  interface Window {
    recorded: (Notification & { readonly isClosed: boolean })[];
  }
}

/** Runs in the page, before anything else: remembers every notification that it raises. */
function recordNotifications() {
  window.recorded = [];
  window.Notification = class extends Notification {
    isClosed = false;

    constructor(title: string, options?: NotificationOptions) {
      super(title, options);
      window.recorded.push(this);
    }

    override close() {
      this.isClosed = true;
      super.close();
    }
  };
}

/** Runs a task for 0, 1, 2… up to `count`, 32 of them at a time. */
async function inParallel(count: number, task: (index: number) => Promise<void>): Promise<void> {
  let next = 0;
  const work = async () => {
    while (next < count) await task(next++);
  };
  await Promise.all(Array.from({ length: 32 }, work));
}

/** Runs in the page: jumps to the end of the list until it has none further, and waits at each stop until no line is blank. */
async function scrollToTheEnd(list: Element): Promise<{ jumps: number; elements: number; last: string | null }> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const lineAt = (top: number) => {
    const { left, width } = list.getBoundingClientRect();
    return document.elementFromPoint(left + width / 2, top)?.closest('[role="row"]');
  };
  const isBlank = () => {
    const { top, height } = list.getBoundingClientRect();
    const middles = Array.from({ length: Math.floor(height / 40) - 1 }, (_line, index) => top + 20 + index * 40);
    return middles.some((middle) => lineAt(middle) === null || lineAt(middle) === undefined);
  };
  const isLast = () => list.querySelector('[data-ref="call-0"]') !== null;
  let jumps = 0;
  let elements = 0;
  while (!isLast()) {
    const before = list.scrollHeight;
    list.scrollTop = before;
    jumps += 1;
    do await frame();
    while (isBlank() || (list.scrollHeight === before && !isLast()));
    elements = Math.max(elements, document.querySelectorAll('*').length);
  }
  const lines = [...list.querySelectorAll('[data-ref]')];
  return { jumps, elements, last: lines.at(-1)?.getAttribute('data-ref') ?? null };
}

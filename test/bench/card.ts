import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

import type { Page } from 'playwright-core';

import { findOrInstall, launchChromium } from '../support/chromium.ts';
import { npmStart } from '../support/start.ts';
import { hangupEvent, ringEvent } from '../support/wire.ts';
import { median, percentile } from './stats.ts';
import { withTempFolder } from './tempFolder.ts';
import { myExtension } from './traffic.ts';

export type CardResult =
  | { readonly kind: 'measured'; readonly rings: number; readonly medianMs: number; readonly p99Ms: number }
  | { readonly kind: 'not run'; readonly reason: string };

/** Rings before those that count: code is compiled on both sides. */
const warmUp = 5;

/**
 * From a moment before the ring is posted until its card is in the page: the browser host as `npm start` runs it, its
 * built page in a real Chromium. One call after the other, each ended and its card gone before the next.
 */
export async function measureCard({ rings }: { rings: number }): Promise<CardResult> {
  const chromium = await findOrInstall();
  if (chromium.kind === 'absent') return { kind: 'not run', reason: chromium.reason };
  return withTempFolder(async (dataDir) => {
    const flags = ['--browser', '--no-open', '--data-dir', dataDir, '--port', '0', '--extension', myExtension];
    const browser = await launchChromium(chromium.path);
    const run = npmStart(flags, {});
    const stop = () => run.child.kill('SIGTERM');
    process.once('exit', stop);
    try {
      const printed = async (name: string) => (await run.line(new RegExp(`^${name}: http`))).slice(name.length + 2);
      const webhook = await printed('Webhook');
      const page = await browser.newPage();
      await page.goto(await printed('Ringside'));
      await page.getByRole('heading', { name: 'No calls yet' }).waitFor();

      const tookMs: number[] = [];
      for (let nth = 0; nth < warmUp + rings; nth += 1) tookMs.push(await timeOneRing(page, webhook, nth));
      const counted = tookMs.slice(warmUp);
      return { kind: 'measured', rings, medianMs: median(counted), p99Ms: percentile(counted, 99) };
    } finally {
      await browser.close();
      process.off('exit', stop);
      stop();
      await run.ended;
    }
  });
}

async function timeOneRing(page: Page, webhook: string, nth: number): Promise<number> {
  const number = `+357991${String(nth).padStart(5, '0')}`;
  const fields = { ref: `call-${nth}`, channel_uuid: `leg-${nth}`, caller_id_number: number };
  const event = { ...fields, caller_id_number_e164: number, ani: number, ani_e164: number };
  const ringAtUs = Date.now() * 1000;

  const appearsAtMs = await watch(page, number, 'appears');
  const sentAtMs = performance.timeOrigin + performance.now();
  await post(webhook, ringEvent(ringAtUs, event));
  const tookMs = (await appearsAtMs()) - sentAtMs;

  const goesAtMs = await watch(page, number, 'goes');
  await post(webhook, hangupEvent(ringAtUs, 1_000_000, 'ORIGINATOR_CANCEL', event));
  await goesAtMs();
  return tookMs;
}

/** Begins to watch the page for the card of this number. The function returned resolves with the time by its clock. */
async function watch(page: Page, number: string, until: 'appears' | 'goes'): Promise<() => Promise<number>> {
  const seen = await page.evaluateHandle(
    ([digits, wanted]) => {
      const isUp = () =>
        [...document.querySelectorAll('[role="alert"][aria-label="Incoming call"]')].some((card) =>
          card.textContent.replaceAll(/\D/g, '').includes(digits),
        );
      const isSo = () => isUp() === (wanted === 'appears');
      // In an object: a promise by itself would be waited for.
      return {
        atMs: new Promise<number>((resolve) => {
          const observer = new MutationObserver(look);
          function look() {
            if (!isSo()) return;
            observer.disconnect();
            resolve(performance.timeOrigin + performance.now());
          }
          observer.observe(document.body, { childList: true, subtree: true, characterData: true });
          look();
        }),
      };
    },
    [number.slice(1), until] as const,
  );
  return async () => {
    const atMs = await seen.evaluate(({ atMs: promised }) => promised);
    await seen.dispose();
    return atMs;
  };
}

const agent = new Agent({ keepAlive: true });

/** Rejects when the event is not stored. */
async function post(webhook: string, event: object): Promise<void> {
  const body = JSON.stringify(event);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const outgoing = request(webhook, { method: 'POST', agent, headers });
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== 200) throw new Error(`An event was answered with ${response.statusCode}.`);
}

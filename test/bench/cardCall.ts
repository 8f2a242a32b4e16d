import { once } from 'node:events';
import { Agent, type IncomingMessage, request } from 'node:http';

import type { Page } from 'playwright-core';

import { en } from '../../shared/words/en.ts';
import { hangupEvent, ringEvent } from '../support/wire.ts';
import { within } from './within.ts';

/** In ms. So long may a card take to come up or to go. */
const patienceMs = 15_000;

/** How a call is measured. */
export interface CardCall {
  readonly page: Page;
  readonly webhook: string;
  /** Numbers the calls. */
  readonly nth: number;
  /** `inPage`: the card is part of the page. `painted`: and its window is as high as the card, whose frame is handed over. */
  readonly until: 'inPage' | 'painted';
}

/**
 * Lets one call ring, end, and its card be dismissed. Resolves with the time, on the clock of the page, at which its card
 * was up, and how many milliseconds after a moment before the ring was posted that was.
 */
export async function ringOnce({ page, webhook, nth, until }: CardCall): Promise<{ atMs: number; tookMs: number }> {
  const number = `+357991${String(nth).padStart(5, '0')}`;
  const fields = { ref: `call-${nth}`, channel_uuid: `leg-${nth}`, caller_id_number: number };
  const event = { ...fields, caller_id_number_e164: number, ani: number, ani_e164: number };
  const ringAtUs = Date.now() * 1000;

  const appearsAtMs = await watch(page, number, until);
  const sentAtMs = performance.timeOrigin + performance.now();
  await post(webhook, ringEvent(ringAtUs, event));
  const atMs = await within(patienceMs, `The card of call ${nth}`, appearsAtMs());

  await post(webhook, hangupEvent(ringAtUs, 1_000_000, 'ORIGINATOR_CANCEL', event));
  await page.getByRole('article', { name: en.pop.state.ended }).waitFor({ timeout: patienceMs });
  await page.getByRole('button', { name: en.pop.dismiss }).dispatchEvent('click', {}, { timeout: patienceMs });
  await page.getByRole('article').waitFor({ state: 'detached', timeout: patienceMs });
  return { atMs, tookMs: atMs - sentAtMs };
}

/** Begins to watch the page for the card of this number. The function returned resolves with the time by its clock. */
async function watch(page: Page, number: string, until: CardCall['until']): Promise<() => Promise<number>> {
  const seen = await page.evaluateHandle(
    ({ digits, name, isPainted }) => {
      const isUp = () =>
        [...document.querySelectorAll(`article[aria-label="${name}"]`)].some((card) =>
          card.textContent.replaceAll(/\D/g, '').includes(digits),
        );
      const hasRoom = () =>
        innerHeight >= (document.getElementById('root')?.getBoundingClientRect().height ?? Infinity);
      const nowMs = () => performance.timeOrigin + performance.now();
      // In an object: a promise by itself would be waited for.
      return {
        atMs: new Promise<number>((resolve) => {
          const observer = new MutationObserver(look);
          function look() {
            if (!isUp()) return;
            observer.disconnect();
            if (isPainted) draw();
            else resolve(nowMs());
          }
          function draw() {
            if (!hasRoom()) {
              // Frames of a window that is still hidden would only be in the way of the one that counts.
              window.addEventListener('resize', draw, { once: true });
              return;
            }
            const { port1, port2 } = new MessageChannel();
            port1.addEventListener('message', () => resolve(nowMs()));
            port1.start();
            // A message is handled after the frame in which it was sent.
            requestAnimationFrame(() => port2.postMessage(null));
          }
          observer.observe(document.body, { childList: true, subtree: true, characterData: true });
          look();
        }),
      };
    },
    { digits: number.slice(1), name: en.pop.state.ringing, isPainted: until === 'painted' },
  );
  return async () => {
    const atMs = await seen.evaluate(({ atMs: promised }) => promised);
    await seen.dispose();
    return atMs;
  };
}

const agent = new Agent({ keepAlive: true });

/** Rejects when the event is not stored. */
export async function post(webhook: string, event: object): Promise<void> {
  const body = JSON.stringify(event);
  const headers = { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) };
  const outgoing = request(webhook, { method: 'POST', agent, headers, timeout: patienceMs });
  outgoing.on('timeout', () => outgoing.destroy(new Error('An event was not answered.')));
  outgoing.end(body);
  const [response] = (await once(outgoing, 'response')) as [IncomingMessage];
  response.resume();
  await once(response, 'end');
  if (response.statusCode !== 200) throw new Error(`An event was answered with ${response.statusCode}.`);
}

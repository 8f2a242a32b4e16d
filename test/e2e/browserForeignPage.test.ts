import type { Page, Response } from 'playwright-core';
import { beforeEach, describe, expect, test } from 'vitest';

import { openChromium, patience } from '../support/chromiumPage.ts';
import { serveForeignSite } from '../support/foreignSite.ts';
import type { Ringside } from '../support/ringside.ts';
import { startRingside } from '../support/ringside.ts';
import { ringEvent } from '../support/wire.ts';

const chromium = openChromium();
const nowUs = () => Date.now() * 1000;

/**
 * A page of another origin, in the browser whose user is logged in to Ringside. Another port of the same machine is
 * "same site" to a browser, so it even brings the cookie along; `localhost` is another site.
 */
describe.each(['127.0.0.1', 'localhost'])('a page on another port of %s', (host) => {
  let ringside: Ringside;
  let own: Page;
  let foreign: Page;
  let origin: string;
  let answers: Response[];
  /** Every status that the foreign page's requests were answered with, as far as the browser lets on. */
  const refusals = () => [...new Set(answers.map((answer) => answer.status()))];

  beforeEach(async () => {
    ringside = await startRingside();
    origin = new URL(ringside.url).origin;
    own = await chromium.open(ringside.url, { tolerates: /./ });
    await own.getByRole('heading', { name: 'Calls', exact: true }).waitFor();
    const port = await serveForeignSite();
    foreign = await own.context().newPage();
    await foreign.goto(`http://${host}:${port}/`);
    answers = [];
    foreign.on('response', (answer) => answers.push(answer));
  });

  test('reads nothing from the page or the webhook address', async () => {
    const read = await foreign.evaluate(
      async ([page, hook]) => {
        const outcome = (promise: Promise<unknown>) => promise.then(String, () => 'nothing');
        const loaded = (name: 'img' | 'script', url: string) =>
          new Promise<string>((resolve) => {
            const element = document.createElement(name);
            element.addEventListener('load', () => resolve('loaded'));
            element.addEventListener('error', () => resolve('nothing'));
            element.src = url;
            document.body.append(element);
          });
        const heard = (target: EventSource | WebSocket) =>
          new Promise<string>((resolve) => {
            target.addEventListener('open', () => resolve('opened'));
            target.addEventListener('message', () => resolve('heard'));
            target.addEventListener('error', () => resolve('nothing'));
          });
        const fetched = async (url: string, init: RequestInit) =>
          (await fetch(url, { credentials: 'include', ...init })).text();
        const body = JSON.stringify({});
        const json = { method: 'POST', headers: { 'content-type': 'application/json' }, body };
        return {
          page: await outcome(fetched(`${page}/`, {})),
          calls: await outcome(fetched(`${page}/api/calls.live`, json)),
          opaque: await outcome(fetched(`${page}/api/calls.live`, { method: 'POST', mode: 'no-cors', body })),
          version: await outcome(fetched(hook, {})),
          image: await loaded('img', `${page}/`),
          script: await loaded('script', `${page}/`),
          hookScript: await loaded('script', hook),
          pushes: await heard(new EventSource(`${page}/api/pushes`, { withCredentials: true })),
          socket: await heard(new WebSocket(page.replace('http', 'ws'))),
          hookSocket: await heard(new WebSocket(hook.replace('http', 'ws'))),
        };
      },
      [origin, ringside.webhook] as const,
    );
    const nothing = Object.fromEntries(Object.keys(read).map((name) => [name, 'nothing']));
    expect(read).toEqual(nothing);
  });

  test('cannot put the page into a frame of its own, to have it clicked unseen', async () => {
    await foreign.evaluate(
      (url) =>
        new Promise((resolve) => {
          const frame = document.createElement('iframe');
          frame.addEventListener('load', resolve);
          frame.src = url;
          document.body.append(frame);
        }),
      `${origin}/`,
    );
    const framed = foreign.frameLocator('iframe');
    expect(await framed.getByRole('navigation').count()).toBe(0);
    expect(refusals()).toEqual([403]);
  });

  test('changes nothing: no setting, no pop-up, no call', async () => {
    const call = ringEvent(nowUs());
    expect(await ringside.post(call)).toBe(200);
    const card = own.getByRole('article', { name: 'Incoming call' });
    await card.waitFor();

    const invented = JSON.stringify(ringEvent(nowUs(), { ref: 'invented', channel_uuid: 'invented' }));
    const posts: readonly (readonly [url: string, body: string])[] = [
      [`${origin}/api/settings.change`, JSON.stringify({ argument: { missedNotices: false } })],
      [`${origin}/api/pops.dismiss`, JSON.stringify({ argument: call['ref'] })],
      [ringside.webhook, invented],
    ];
    for (const [url, body] of posts) {
      await foreign.evaluate(
        async ([target, text]) => {
          const send = (init: RequestInit) =>
            fetch(target, { method: 'POST', credentials: 'include', body: text, ...init }).catch(() => null);
          await send({ mode: 'no-cors' });
          await send({ mode: 'no-cors', headers: { 'content-type': 'text/plain' } });
          await send({ headers: { 'content-type': 'application/json' } });
          navigator.sendBeacon(target, text);

          const frame = document.createElement('iframe');
          frame.name = 'answer';
          const answered = new Promise((resolve) => frame.addEventListener('load', resolve));
          document.body.append(frame);
          await answered;
          // The body of such a form is the text itself, but for an equals sign.
          const form = document.createElement('form');
          Object.assign(form, { action: target, method: 'post', enctype: 'text/plain', target: 'answer' });
          const field = document.createElement('input');
          Object.assign(field, { name: text.slice(0, -1), value: '}' });
          form.append(field);
          document.body.append(form);
          const submitted = new Promise((resolve) => frame.addEventListener('load', resolve));
          form.submit();
          await submitted;
          frame.remove();
        },
        [url, body] as const,
      );
    }

    expect(refusals()).toEqual([403]);

    // An honest event after all that: what it finds is what the others left behind.
    expect(await ringside.post(ringEvent(nowUs(), { ref: 'honest', channel_uuid: 'honest' }))).toBe(200);
    const row = own.getByRole('grid', { name: 'Calls' }).locator('[data-ref]');
    await expect.poll(() => row.count(), patience).toBe(2);
    expect(await card.count()).toBe(2);
    expect(await own.locator('[data-ref="invented"]').count()).toBe(0);
    await own.getByRole('link', { name: 'Settings' }).click();
    await expect
      .poll(() => own.getByRole('switch', { name: 'Missed-call notifications' }).isChecked(), patience)
      .toBe(true);
    await own.getByRole('link', { name: 'Connection', exact: true }).click();
    const rejected = own.locator('summary').filter({ hasText: 'Rejected deliveries' });
    await expect.poll(() => rejected.textContent(), patience).toContain('None');
  });
});

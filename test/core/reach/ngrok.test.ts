import { expect, onTestFinished, test } from 'vitest';

import { systemClock } from '../../../electron/core/clock.ts';
import { type NgrokSdk, ngrokTunnel } from '../../../electron/core/reach/providers/ngrok.ts';
import type { TunnelEvent } from '../../../electron/core/reach/tunnel.ts';

const token = '2abcSECRETdef_3ghi';

/** Stands in for ngrok's library: opens as it is told, and remembers what it was asked for and whether it was closed. */
function library(open: () => Promise<string>) {
  const asked: Parameters<NgrokSdk['forward']>[0][] = [];
  let closed = 0;
  const sdk: NgrokSdk = {
    async forward(config) {
      asked.push(config);
      const url = await open();
      return {
        url: () => url,
        close() {
          closed += 1;
          return Promise.resolve();
        },
      };
    },
  };
  return { sdk, asked, closed: () => closed };
}

function running(load: () => Promise<NgrokSdk>, domain = '') {
  const events: TunnelEvent[] = [];
  const signal = new AbortController();
  const tunnel = ngrokTunnel({ settings: { domain, monthlyLimit: 20_000 }, token, clock: systemClock, load });
  const over = (async () => {
    for await (const event of tunnel.run(8123, signal.signal)) events.push(event);
  })();
  const end = () => {
    signal.abort();
    return over;
  };
  onTestFinished(end);
  return { tunnel, events, end };
}

test('ngrok tells its address and what becomes of its connection, and is closed at the end', async () => {
  const { sdk, asked, closed } = library(() => Promise.resolve('https://mine.ngrok.app'));
  const { events, end, tunnel } = running(() => Promise.resolve(sdk), 'mine.ngrok.app');
  expect(tunnel.hasStableUrl).toBe(true);
  await expect.poll(() => events).toEqual([{ kind: 'url', url: 'https://mine.ngrok.app' }, { kind: 'connected' }]);
  expect(asked).toMatchObject([{ addr: '127.0.0.1:8123', authtoken: token, domain: 'mine.ngrok.app' }]);
  asked[0]?.onStatusChange('closed');
  asked[0]?.onStatusChange('connected');
  await expect.poll(() => events.map(({ kind }) => kind).slice(2)).toEqual(['disconnected', 'connected']);
  await end();
  expect(closed()).toBe(1);
});

test('ngrok that opens only after it was told to stop is closed then', async () => {
  let open = (_url: string) => {};
  const { sdk, closed } = library(
    () =>
      new Promise((resolve) => {
        open = resolve;
      }),
  );
  const { events, end } = running(() => Promise.resolve(sdk));
  await end();
  expect(events).toEqual([]);
  open('https://late.ngrok.app');
  await expect.poll(closed).toBe(1);
});

test.each([
  ['ERR_NGROK_105', { class: 'blocked', trouble: { code: 'auth-refused' } }],
  ['ERR_NGROK_107', { class: 'blocked', trouble: { code: 'auth-refused' } }],
  ['ERR_NGROK_108', { class: 'rate-limited', trouble: { code: 'forward-refused' } }],
  ['ERR_NGROK_727', { class: 'rate-limited', trouble: { code: 'rate-limited' } }],
  ['ERR_NGROK_320', { class: 'blocked', trouble: { code: 'bad-config' } }],
  [undefined, { class: 'transient', trouble: { code: 'unreachable' } }],
])('what ngrok says with %s is understood, and told without the token', async (errorCode, exit) => {
  const error = Object.assign(new Error(`Your authtoken: ${token}`), errorCode === undefined ? {} : { errorCode });
  const { events } = running(() => Promise.resolve(library(() => Promise.reject(error)).sdk));
  await expect.poll(() => events.at(-1)).toMatchObject({ kind: 'exit', ...exit });
  expect(JSON.stringify(events)).not.toContain(token);
});

test('without its library the program is said to be missing', async () => {
  const { events } = running(() => Promise.reject(new Error('Cannot find package')));
  await expect.poll(() => events.at(-1)).toMatchObject({ class: 'blocked', trouble: { code: 'program-missing' } });
});

test("ngrok's own library, where it is installed, has what is used of it", async ({ skip }) => {
  const installed = await import('@ngrok/ngrok').catch(() => null);
  if (installed === null) skip('ngrok has no library for this machine');
  expect(installed?.forward).toBeTypeOf('function');
});

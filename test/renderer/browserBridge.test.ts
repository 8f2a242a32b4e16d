import { afterEach, expect, it, vi } from 'vitest';

import { createBrowserBridge } from '../../renderer/bridge/browserBridge.ts';
import type { Push } from '../../shared/contract.ts';
import { stubStreams } from './support/fakeStream.ts';

const streams = stubStreams();

afterEach(() => {
  vi.useRealTimers();
});

function answer(status: number, body: unknown) {
  const answered = vi.fn<typeof fetch>(async () => new Response(JSON.stringify(body), { status }));
  vi.stubGlobal('fetch', answered);
  return answered;
}

it('posts a request by its name, with the argument as JSON', async () => {
  const fetched = answer(200, { ok: true, value: null });
  const { bridge } = createBrowserBridge();
  expect(await bridge.request('pops.dismiss', 'call-1')).toEqual({ ok: true, value: null });
  expect(fetched).toHaveBeenCalledWith('/api/pops.dismiss', expect.objectContaining({ body: '{"argument":"call-1"}' }));
});

it('hands every push on', () => {
  const { bridge } = createBrowserBridge();
  const pushes: Push[] = [];
  bridge.subscribe((push) => pushes.push(push));
  streams[0]?.dispatchEvent(new MessageEvent('message', { data: '{"name":"open","value":{"ref":"a"}}' }));
  expect(pushes).toEqual([{ name: 'open', value: { ref: 'a' } }]);
});

it('is lost while the stream is down and open once it is back', () => {
  const { bridge, connection } = createBrowserBridge();
  bridge.subscribe(() => undefined);
  streams[0]?.dispatchEvent(new Event('error'));
  expect(connection.state()).toBe('lost');
  streams[0]?.dispatchEvent(new Event('open'));
  expect(connection.state()).toBe('open');
});

it('knows that the session is over when the stream was refused and a request is too', async () => {
  answer(401, {});
  const { bridge, connection } = createBrowserBridge();
  bridge.subscribe(() => undefined);
  streams[0]?.close();
  streams[0]?.dispatchEvent(new Event('error'));
  await expect.poll(() => connection.state()).toBe('over');
});

it('opens the stream again when it was refused for another reason', async () => {
  vi.useFakeTimers();
  answer(503, { ok: false, error: { code: 'unavailable', message: '' } });
  const { bridge } = createBrowserBridge();
  bridge.subscribe(() => undefined);
  streams[0]?.close();
  streams[0]?.dispatchEvent(new Event('error'));
  await vi.advanceTimersByTimeAsync(3000);
  expect(streams).toHaveLength(2);
});

import { describe, expect, test } from 'vitest';

import { fakeClock } from '../../support/fakeClock.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { ringEvent } from '../../support/wire.ts';

const hourMs = 3_600_000;

/** A Ringside whose listener is itself the public address: whoever asks by the name of the host comes from outside. */
async function withOwnUrl(running: Running): Promise<string> {
  const { reach } = await running.settings();
  const url = `http://localhost:${new URL(running.webhook()).port}`;
  await running.ask('settings.change', { reach: { ...reach, kind: 'own-url', ownUrl: { url } } });
  await expect.poll(async () => (await running.ask('reach.get')).state.kind).toBe('up');
  return url;
}

describe('events by the hour', () => {
  test('are counted for a day, whoever they are about', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    const ring = (ref: string, dialed = '1002') =>
      running.post(JSON.stringify(ringEvent(clock.nowUs(), { ref, channel_uuid: ref, dialed_user: dialed })));
    await ring('a');
    await ring('b', '1777');
    await ring('b', '1777');
    clock.jump(2 * hourMs);
    await ring('c');
    expect(running.pushes).toContainEqual({ name: 'changed', value: { what: ['reach'] } });
    const { eventsPerHour } = await running.ask('reach.get');
    expect(eventsPerHour).toHaveLength(24);
    expect(eventsPerHour.slice(-3)).toEqual([2, 0, 1]);
    clock.jump(24 * hourMs);
    expect((await running.ask('reach.get')).eventsPerHour).toEqual(Array.from({ length: 24 }, () => 0));
  });
});

describe('the address', () => {
  test('is unknown while no way is chosen', async () => {
    const running = await startApp();
    expect(await running.ask('reach.get')).toMatchObject({ state: { kind: 'off' }, webhook: null, changedFrom: null });
  });

  test('that the user gave to the PBX is remembered, and told when it is another one', async () => {
    const running = await startApp();
    const url = await withOwnUrl(running);
    const first = (await running.ask('reach.get')).webhook;
    expect(first).toBe(`${url}${new URL(running.webhook()).pathname}`);
    await running.ask('reach.confirmAddress');
    expect((await running.ask('reach.get')).changedFrom).toBeNull();
    await running.ask('reach.rotateToken');
    expect(await running.ask('reach.get')).toMatchObject({ changedFrom: first });
    await running.ask('reach.confirmAddress');
    expect((await running.ask('reach.get')).changedFrom).toBeNull();
  });

  test('is known to be with the PBX as soon as an event came in by it', async () => {
    const running = await startApp({ extensions: ['1002'] });
    await withOwnUrl(running);
    const first = (await running.ask('reach.get')).webhook ?? '';
    await fetch(first, { method: 'POST', body: JSON.stringify(ringEvent(Date.now() * 1000)) });
    await running.ask('reach.rotateToken');
    await expect.poll(async () => (await running.ask('reach.get')).changedFrom).toBe(first);
  });
});

describe('an event', () => {
  test('proves the public address when it came by that, and not when a program of this machine sent it', async () => {
    const clock = fakeClock();
    const running = await startApp({ extensions: ['1002'], clock });
    await withOwnUrl(running);
    const post = (url: string, headers: Record<string, string> = {}) =>
      fetch(url, {
        method: 'POST',
        headers,
        body: JSON.stringify(ringEvent(clock.nowUs(), { ref: String(clock.nowUs()) })),
      });
    const last = async () => (await running.ask('reach.get')).lastSuccessUs;
    const provedUs = await last();
    clock.advance(1000);
    await post(running.webhook());
    expect(await last()).toBe(provedUs);
    clock.advance(1000);
    await post((await running.ask('reach.get')).webhook ?? '');
    expect(await last()).toBe(clock.nowUs());
    clock.advance(1000);
    await post(running.webhook(), { 'x-forwarded-for': '192.0.2.1' });
    expect(await last()).toBe(clock.nowUs());
  });
});

describe('whose phone this is', () => {
  test('is guessed by the calls of the last minutes, the likeliest extension first', async () => {
    const clock = fakeClock();
    const running = await startApp({ clock });
    const ring = (ref: string, dialed: string) =>
      running.post(JSON.stringify(ringEvent(clock.nowUs(), { ref, channel_uuid: ref, dialed_user: dialed })));
    expect(await running.ask('setup.suggestions')).toEqual([]);
    await ring('a', '1017');
    await ring('b', '1002');
    await ring('c', '1002');
    const suggestions = await running.ask('setup.suggestions');
    expect(suggestions.map(({ extension, events }) => [extension, events])).toEqual([
      ['1002', 2],
      ['1017', 1],
    ]);
    expect(suggestions[0]?.domain).toMatch(/\w/);
  });
});

describe('requests through ngrok', () => {
  test('are counted by the month, events of this machine left out, over a restart too', async () => {
    const clock = fakeClock();
    const first = await startApp({ extensions: ['1002'], clock });
    expect((await first.ask('reach.get')).requestsThisMonth).toBeNull();
    const { reach } = await first.settings();
    await first.ask('settings.change', { reach: { ...reach, kind: 'ngrok' } });
    const post = (headers: Record<string, string>) =>
      fetch(first.webhook(), { method: 'POST', headers, body: JSON.stringify(ringEvent(clock.nowUs())) });
    await post({ 'ringside-probe': 'of.another' });
    await post({});
    expect((await first.ask('reach.get')).requestsThisMonth).toBe(1);
    await first.app.stop();
    const second = await startApp({ dataDir: first.dataDir, clock });
    expect((await second.ask('reach.get')).requestsThisMonth).toBe(1);
    clock.jump(32 * 24 * hourMs);
    expect((await second.ask('reach.get')).requestsThisMonth).toBe(0);
  });
});

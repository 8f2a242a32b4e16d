import { expect, it } from 'vitest';

import { createConnection, firstNews } from '../../renderer/bridge/connection.ts';
import { hearEarly } from '../../renderer/bridge/hearEarly.ts';
import type { Bridge, Push } from '../../shared/contract.ts';

const calls: Push = { name: 'changed', value: { what: ['calls'] } };
const pops: Push = { name: 'changed', value: { what: ['pops'] } };

/** A host that a test pushes through. */
function openHost() {
  let push: (one: Push) => void = () => undefined;
  const bridge: Bridge = {
    host: 'browser',
    request: () => Promise.reject(new Error('Nothing is asked for here.')),
    subscribe(listener) {
      push = listener;
      return () => undefined;
    },
  };
  return { bridge, push: (one: Push) => push(one) };
}

it('tells the first who subscribes what was pushed before, once', () => {
  const { bridge, push } = openHost();
  const early = hearEarly(bridge);
  push(calls);
  const heard: Push[] = [];
  early.subscribe((one) => heard.push(one));
  push(pops);
  expect(heard).toEqual([calls, pops]);
  const later: Push[] = [];
  early.subscribe((one) => later.push(one));
  expect(later).toEqual([]);
});

it('keeps what is pushed while nobody listens any more', () => {
  const { bridge, push } = openHost();
  const early = hearEarly(bridge);
  early.subscribe(() => undefined)();
  push(calls);
  const heard: Push[] = [];
  early.subscribe((one) => heard.push(one));
  expect(heard).toEqual([calls]);
});

it('lets a page begin as soon as its connection is open, or known to be lost', async () => {
  for (const state of ['open', 'lost'] as const) {
    const connection = createConnection();
    const news = firstNews(connection);
    connection.set(state);
    await news;
    await firstNews(connection);
    expect(connection.state()).toBe(state);
  }
});

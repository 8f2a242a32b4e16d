import { expect, it, vi } from 'vitest';

import { createBrowserBridge } from '../../renderer/bridge/browserBridge.ts';
import type { ConnectionState } from '../../renderer/bridge/connection.ts';
import type { Tabs } from '../../renderer/bridge/sharedStream.ts';
import type { Push } from '../../shared/contract.ts';
import { stubStreams } from './support/fakeStream.ts';
import { fakeTabs } from './support/fakeTabs.ts';

const streams = stubStreams();
const push: Push = { name: 'changed', value: { what: ['calls'] } };

/** A tab and what it has heard. */
function openTab(tabs: Tabs) {
  const { bridge, connection } = createBrowserBridge(tabs);
  const heard: (Push | ConnectionState)[] = [];
  connection.subscribe(() => heard.push(connection.state()));
  const close = bridge.subscribe((one) => heard.push(one));
  return { bridge, connection, heard, close };
}

/** Resolves once `count` streams have been opened; the newest one opens. */
async function streamOpens(count: number) {
  await expect.poll(() => streams.length).toBe(count);
  streams.at(-1)?.dispatchEvent(new Event('open'));
}

const streamPushes = () => streams.at(-1)?.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(push) }));

it('opens one stream for two tabs, which hear the same', async () => {
  const tabs = fakeTabs();
  const [first, second] = [openTab(tabs), openTab(tabs)];
  await streamOpens(1);
  streamPushes();
  streams[0]?.dispatchEvent(new Event('error'));
  expect(first.heard).toEqual(['open', push, 'lost']);
  expect(second.heard).toEqual(first.heard);
  expect(streams).toHaveLength(1);
});

it('tells a tab that joins that the stream is open, so that it reads again what it may have missed', async () => {
  const tabs = fakeTabs();
  const first = openTab(tabs);
  await streamOpens(1);
  const second = openTab(tabs);
  expect(second.heard).toEqual(['open']);
  expect(first.heard).toEqual(['open']);
});

it('lets a tab that joins while the stream is lost wait for it without a word', async () => {
  const tabs = fakeTabs();
  openTab(tabs);
  await streamOpens(1);
  streams[0]?.dispatchEvent(new Event('error'));
  const second = openTab(tabs);
  expect(second.connection.state()).toBe('opening');
  await streamOpens(1);
  expect(second.heard).toEqual(['open']);
});

it('goes over to the next tab when the one that holds it closes, and all read again what was missed meanwhile', async () => {
  const tabs = fakeTabs();
  const [first, second, third] = [openTab(tabs), openTab(tabs), openTab(tabs)];
  await streamOpens(1);
  first.close();
  expect(streams[0]?.readyState).toBe(2);
  await streamOpens(2);
  streamPushes();
  for (const tab of [second, third]) expect(tab.heard).toEqual(['open', 'opening', 'open', push]);
  expect(first.heard).toEqual(['open']);
});

it('is passed over by a tab that has closed before its turn', async () => {
  const tabs = fakeTabs();
  const [first, second, third] = [openTab(tabs), openTab(tabs), openTab(tabs)];
  await streamOpens(1);
  second.close();
  first.close();
  await streamOpens(2);
  expect(third.heard).toEqual(['open', 'opening', 'open']);
  expect(second.heard).toEqual(['open']);
});

it('is given up by a tab whose session is over, for one that may have a newer session', async () => {
  vi.stubGlobal('fetch', async () => new Response('{}', { status: 401 }));
  const tabs = fakeTabs();
  const [first, second] = [openTab(tabs), openTab(tabs)];
  await streamOpens(1);
  await first.bridge.request('status.get', undefined).catch(() => undefined);
  expect(first.connection.state()).toBe('over');
  await streamOpens(2);
  expect(second.connection.state()).toBe('open');
});

import { cleanup, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';

import { App } from '../../../renderer/App.tsx';
import { createConnection } from '../../../renderer/bridge/connection.ts';
import type { NotificationClass } from '../../../renderer/pops/webNotifier.ts';
import type { Bridge } from '../../../shared/contract.ts';
import { createFakeCore, type FakeCore } from './fakeCore.ts';
import { giveLayout } from './layout.ts';

beforeEach(() => {
  giveLayout();
  vi.spyOn(console, 'error');
  window.location.hash = '';
  localStorage.clear();
  delete document.documentElement.dataset['theme'];
});

afterEach(() => {
  cleanup();
  const complaint = vi.mocked(console.error).mock.calls[0];
  vi.useRealTimers();
  vi.restoreAllMocks();
  vi.unstubAllGlobals();
  // React tells of bugs there, and a test may well pass while the page has given up.
  if (complaint) throw new Error(`The page complained: ${complaint.join(' ')}`);
});

interface Surroundings {
  readonly host?: Bridge['host'];
  readonly Notification?: NotificationClass;
}

/** Opens the page at a hash, on a core that a test has filled; in a browser without notifications unless told otherwise. */
export function openPage(
  fill: (core: FakeCore) => void = () => undefined,
  hash = '',
  { host = 'browser', Notification }: Surroundings = {},
) {
  const core = createFakeCore();
  fill(core);
  window.location.hash = hash;
  const connection = createConnection();
  const user = userEvent.setup();
  render(<App bridge={{ ...core.bridge, host }} connection={connection} notification={Notification} />);
  return { core, connection, user };
}

import { cleanup, configure, render } from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import { afterEach, beforeEach, vi } from 'vitest';

import { App } from '../../../renderer/App.tsx';
import { createConnection } from '../../../renderer/bridge/connection.ts';
import type { Tabs } from '../../../renderer/bridge/sharedStream.ts';
import { Card } from '../../../renderer/card/Card.tsx';
import { english } from '../../../renderer/language/speech.ts';
import { Note } from '../../../renderer/note/Note.tsx';
import type { NotificationClass } from '../../../renderer/pops/webNotifier.ts';
import type { Player } from '../../../renderer/sound/player.ts';
import { Surroundings as CardSurroundings } from '../../../renderer/Surroundings.tsx';
import type { CardMessage } from '../../../shared/cardMessage.ts';
import type { Bridge } from '../../../shared/contract.ts';
import { createFakeCore, type FakeCore } from './fakeCore.ts';
import { fakePlayer } from './fakePlayer.ts';
import { giveLayout } from './layout.ts';

// Only a hang ends a wait: a view that is loaded when it is opened takes its time on a busy machine.
configure({ asyncUtilTimeout: 15_000 });

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
  readonly player?: Player;
  readonly locks?: Tabs['locks'];
}

/** Opens the page at a hash, on a core that a test has filled; in a browser without notifications unless told otherwise. */
export function openPage(
  fill: (core: FakeCore) => void = () => undefined,
  hash = '',
  { host = 'browser', Notification, player = fakePlayer().player, locks }: Surroundings = {},
) {
  const core = createFakeCore();
  fill(core);
  window.location.hash = hash;
  const connection = createConnection();
  const user = userEvent.setup();
  const { unmount: close } = render(
    <App
      bridge={{ ...core.bridge, host }}
      speech={english}
      connection={connection}
      notification={Notification}
      player={player}
      locks={locks ?? null}
    />,
  );
  return { core, connection, user, close };
}

/** Opens the page of the card window, on a core that a test has filled. `told` is what it tells the shell. */
export function openCard(fill: (core: FakeCore) => void = () => undefined, player = fakePlayer().player) {
  const core = createFakeCore();
  fill(core);
  const told: CardMessage[] = [];
  const bridge = { ...core.bridge, host: 'electron' as const };
  const user = userEvent.setup();
  render(
    <CardSurroundings bridge={bridge} speech={english}>
      <Card bridge={bridge} shell={{ tell: (message) => told.push(message) }} player={player} />
    </CardSurroundings>,
  );
  return { core, told, user };
}

/** Opens the page of the note window, on a core that a test has filled. `closed` counts how often it closes itself. */
export function openNote(fill: (core: FakeCore) => void = () => undefined) {
  const core = createFakeCore();
  fill(core);
  let closed = 0;
  const bridge = { ...core.bridge, host: 'electron' as const };
  const user = userEvent.setup();
  render(
    <CardSurroundings speech={english} bridge={bridge}>
      <Note bridge={bridge} close={() => (closed += 1)} />
    </CardSurroundings>,
  );
  return { core, user, closed: () => closed };
}

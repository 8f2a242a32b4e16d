import { act, screen, waitFor } from '@testing-library/react';
import { expect, it } from 'vitest';

import type { Pop } from '../../shared/pop.ts';
import { ringingCall } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { fakePlayer } from './support/fakePlayer.ts';
import { fakeTabs } from './support/fakeTabs.ts';
import { openPage } from './support/page.tsx';
import { popOf } from './support/pops.ts';

function show(core: FakeCore, ...pops: readonly Pop[]): void {
  core.pops = pops;
  act(() => core.changed('pops'));
}

it('rings while a call rings, over and over, and stops when it is answered', async () => {
  const { player, played, heard } = fakePlayer();
  const { core } = openPage(undefined, '', { player });
  show(core, popOf());
  await waitFor(() => expect(heard()).toHaveLength(1));
  expect(played[0]).toMatchObject({ tone: 'bell', motif: 'usual', volume: 0.5, rounds: 'over-and-over' });
  show(core, popOf(ringingCall(2)));
  show(core, popOf(ringingCall(2), { state: 'answered' }));
  await waitFor(() => expect(heard()).toHaveLength(0));
  expect(played).toHaveLength(1);
});

it('falls silent at a click on the card, before the core has answered', async () => {
  const { player, heard } = fakePlayer();
  const { core, user } = openPage(undefined, '', { player });
  show(core, popOf());
  const silence = await screen.findByRole('button', { name: 'Silence' });
  await waitFor(() => expect(heard()).toHaveLength(1));
  core.busy = new Promise(() => undefined);
  await user.click(silence);
  await waitFor(() => expect(heard()).toHaveLength(0));
});

it('falls silent when its page goes', async () => {
  const { player, heard } = fakePlayer();
  const { core, close } = openPage(undefined, '', { player });
  show(core, popOf());
  await waitFor(() => expect(heard()).toHaveLength(1));
  close();
  expect(heard()).toHaveLength(0);
});

it('rings in one tab alone, and in the next when that one goes', async () => {
  const { locks } = fakeTabs();
  const [first, second] = [fakePlayer(), fakePlayer()];
  const one = openPage(undefined, '', { player: first.player, locks });
  const other = openPage(undefined, '', { player: second.player, locks });
  show(one.core, popOf());
  show(other.core, popOf());
  await waitFor(() => expect(first.heard()).toHaveLength(1));
  expect(second.played).toHaveLength(0);
  one.close();
  await waitFor(() => expect(second.heard()).toHaveLength(1));
  expect(first.heard()).toHaveLength(0);
});

it('leaves the turn to a tab that may be heard, and says how to be heard in the other', async () => {
  const { locks } = fakeTabs();
  const [blocked, free] = [fakePlayer(true), fakePlayer()];
  const one = openPage(undefined, '', { player: blocked.player, locks });
  const other = openPage(undefined, '', { player: free.player, locks });
  show(one.core, popOf());
  show(other.core, popOf());
  await waitFor(() => expect(free.heard()).toHaveLength(1));
  expect(await screen.findByRole('button', { name: 'Turn sound on' })).toBeDefined();
  other.close();
  act(() => blocked.unblock());
  await waitFor(() => expect(blocked.heard()).toHaveLength(1));
  expect(screen.queryByRole('button', { name: 'Turn sound on' })).toBeNull();
});

it('does not speak of a block where no call is to be heard', async () => {
  openPage(
    (core) => {
      core.settings = { ...core.settings, settings: { ...core.settings.settings, volume: 0 } };
    },
    '#/settings',
    { player: fakePlayer(true).player },
  );
  await screen.findByRole('slider', { name: 'Volume' });
  expect(screen.queryByRole('button', { name: 'Turn sound on' })).toBeNull();
});

it('leaves the ringing to the cards in the desktop app, and still plays a sample', async () => {
  const { player, played } = fakePlayer();
  const { core, user } = openPage(undefined, '#/settings', { player, host: 'electron' });
  show(core, popOf());
  await waitFor(() => expect(document.title).toContain('Μαρία Γεωργίου'));
  expect(played).toHaveLength(0);
  await user.click(await screen.findByRole('radio', { name: 'Marimba' }));
  await user.click(screen.getByRole('button', { name: 'Play' }));
  await user.click(screen.getByRole('button', { name: 'Play the brighter one' }));
  expect(played).toMatchObject([
    { tone: 'marimba', motif: 'usual', rounds: 'once', isStopped: true },
    { tone: 'marimba', motif: 'awaited', rounds: 'once', isStopped: false },
  ]);
});

it('says that the browser keeps it silent only while a call rings that should be heard', async () => {
  const { core } = openPage(undefined, '', { player: fakePlayer(true).player });
  await screen.findByRole('heading', { name: 'No calls yet' });
  expect(screen.queryByRole('button', { name: 'Turn sound on' })).toBeNull();
  show(core, popOf());
  expect(await screen.findByRole('button', { name: 'Turn sound on' })).toBeDefined();
  show(core, popOf(undefined, { silenced: true }));
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Turn sound on' })).toBeNull());
});

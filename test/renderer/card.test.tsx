import { act, fireEvent, screen, waitFor } from '@testing-library/react';
import { beforeEach, expect, it, vi } from 'vitest';

import { callRow, maria, ringingCall, withheld } from './support/calls.ts';
import { fakePlayer } from './support/fakePlayer.ts';
import { openCard } from './support/page.tsx';
import { popOf } from './support/pops.ts';

beforeEach(() => {
  // jsdom has no pointers of its own.
  Element.prototype.setPointerCapture = () => undefined;
  vi.spyOn(HTMLElement.prototype, 'getBoundingClientRect').mockReturnValue(new DOMRect(0, 0, 380, 150.2));
});

const ringing = { name: 'Incoming call' };

it('shows the calls that ring, the newest in front, and tells the shell how high they are', async () => {
  const { told } = openCard((core) => {
    core.pops = [
      popOf(ringingCall(1, { ref: 'new', party: withheld })),
      popOf(ringingCall(9, { ref: 'old', party: maria })),
    ];
  });
  await waitFor(() => expect(screen.getAllByRole('article', ringing)).toHaveLength(2));
  expect(screen.getAllByRole('article', ringing)[0]?.textContent).toContain('Withheld');
  expect(told).toContainEqual({ kind: 'height', height: 151 });
});

it('shows no card of a call for which the user wants none', async () => {
  openCard((core) => {
    const unwanted = popOf(ringingCall(1, { ref: 'new' }));
    core.pops = [{ ...unwanted, ways: { ...unwanted.ways, card: false } }, popOf(ringingCall(9, { ref: 'old' }))];
  });
  expect((await screen.findByRole('link')).getAttribute('href')).toBe('#/calls/old');
});

it('shows no card of a call that was missed: that is for the notification', async () => {
  const { core } = openCard((fake) => {
    fake.pops = [{ ...popOf(ringingCall(1)), state: 'missed' }];
  });
  await waitFor(() => expect(core.asked).toContain('pops.list'));
  expect(screen.queryByRole('complementary')).toBeNull();
});

it('hands a click on the caller over to the shell each time, and stays the page it is', async () => {
  const { told, user } = openCard((core) => {
    core.pops = [popOf(ringingCall(1, { ref: 'a/b' }))];
  });
  const link = await screen.findByRole('link');
  for (let times = 1; times <= 2; times += 1) {
    await user.click(link);
    await waitFor(() => expect(told.filter(({ kind }) => kind === 'open')).toHaveLength(times));
    expect(window.location.hash).toBe('');
  }
  expect(told).toContainEqual({ kind: 'open', ref: 'a/b' });
});

it('leads to the note of a call that I am in in the main window, for here nobody can type', async () => {
  const { told, user } = openCard((core) => {
    core.pops = [popOf(callRow({ ref: 'a/b' }), { state: 'answered', note: 'Wants the blue one' })];
  });
  const link = await screen.findByRole('link', { name: 'Note Wants the blue one' });
  expect(screen.queryByRole('textbox')).toBeNull();
  await user.click(link);
  await waitFor(() => expect(told).toContainEqual({ kind: 'open', ref: 'a/b', note: true }));
});

it.each([
  ['with a card', true],
  ['also without a card', false],
])('rings while a call rings, %s', async (_how, card) => {
  const { player, heard } = fakePlayer();
  const { core } = openCard((fake) => {
    fake.pops = [popOf(ringingCall(1), { ways: { card, notification: true, sound: true } })];
  }, player);
  await waitFor(() => expect(heard()).toHaveLength(1));
  core.pops = [];
  act(() => core.changed('pops'));
  await waitFor(() => expect(heard()).toHaveLength(0));
});

it('tells how far it is dragged, all along, and when it is let go', async () => {
  const { told } = openCard((core) => {
    core.pops = [popOf(ringingCall(1))];
  });
  const card = await screen.findByRole('article', ringing);
  fireEvent.pointerDown(card, pointer(500, 400));
  fireEvent.pointerMove(card, pointer(502, 401));
  fireEvent.pointerMove(card, pointer(450, 390));
  fireEvent.pointerUp(card, pointer(430, 380));
  fireEvent.pointerMove(card, pointer(0, 0));
  expect(told.filter(({ kind }) => kind !== 'height')).toEqual([
    { kind: 'drag', right: -50, down: -10 },
    { kind: 'drag', right: -70, down: -20 },
    { kind: 'drop' },
  ]);
});

it('is not dragged by a button, nor by a hand that shakes', async () => {
  const { told } = openCard((core) => {
    core.pops = [popOf(ringingCall(1))];
  });
  const card = await screen.findByRole('article', ringing);
  const button = screen.getByRole('button', { name: 'Copy number' });
  for (const [target, to] of [
    [button, pointer(600, 600)],
    [card, pointer(502, 402)],
  ] as const) {
    fireEvent.pointerDown(target, pointer(500, 400));
    fireEvent.pointerMove(target, to);
    fireEvent.pointerUp(target, to);
  }
  expect(told.filter(({ kind }) => kind !== 'height')).toEqual([]);
});

function pointer(screenX: number, screenY: number) {
  return { screenX, screenY, button: 0, pointerId: 1 };
}

it('shows the card of a self-test as one, and says that it is drawn', async () => {
  const { core } = openCard((fake) => {
    fake.pops = [popOf(ringingCall(1, { ref: 'test', party: withheld }), { selfTest: 'the-test' })];
  });
  const card = await screen.findByRole('article', { name: 'Test call' });
  expect(card.textContent).not.toContain('Withheld');
  await waitFor(() => expect(core.asked).toContain('selfTest.seen "the-test"'));
});

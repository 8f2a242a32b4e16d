import { act, screen, waitFor, within } from '@testing-library/react';
import { expect, it, vi } from 'vitest';

import type { CallRow, Party } from '../../shared/call.ts';
import type { Pop } from '../../shared/pop.ts';
import { callRow, hidden, maria, missedCall, noonUs, ringingCall, withheld } from './support/calls.ts';
import type { FakeCore } from './support/fakeCore.ts';
import { openPage } from './support/page.tsx';
import { popOf } from './support/pops.ts';

const minuteUs = 60_000_000;

function show(core: FakeCore, ...pops: readonly Pop[]): void {
  core.pops = pops;
  act(() => core.changed('pops'));
}

function hasCrm(core: FakeCore): void {
  core.settings = { ...core.settings, settings: { ...core.settings.settings, crmUrl: 'https://crm/{digits}' } };
}

it('announces an incoming call with the caller, the country, the called number and a clock that runs', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: noonUs / 1000 });
  const { core } = openPage();
  show(core, popOf(ringingCall(9)));
  const card = await screen.findByRole('article', { name: 'Incoming call' });
  for (const words of ['Μαρία Γεωργίου', '+357 99 123456', 'Cyprus', '+357 22 000111']) {
    expect(card.textContent).toContain(words);
  }
  const clock = within(card).getByRole('timer');
  expect(clock.textContent).toMatch(/^ringing for (9|10) s$/);
  act(() => void vi.advanceTimersByTime(5000));
  expect(clock.textContent).toMatch(/^ringing for (14|15) s$/);
});

it.each<[string, Party]>([
  ['Μαρία Γεωργίου is calling extension 1002', maria],
  ['+357 99 123456 is calling extension 1002', { ...maria, name: null }],
  ['Withheld is calling extension 1002', withheld],
  ['Hidden is calling extension 1002', hidden],
])('is one sentence aloud: %s', async (sentence, party) => {
  const { core } = openPage();
  show(core, popOf(ringingCall(1, { party })));
  expect((await screen.findByRole('alert')).textContent).toBe(sentence);
});

it('says what is known of the caller', async () => {
  vi.useFakeTimers({ shouldAdvanceTime: true, now: noonUs / 1000 });
  const { core } = openPage();
  const caller = {
    timeZone: new Date().getTimezoneOffset() === -540 ? 'Asia/Kolkata' : 'Asia/Tokyo',
    lastTalk: { atUs: noonUs - 2 * 24 * 60 * minuteUs, talkUs: 4.2 * minuteUs, by: null },
    lastNote: 'Wants the blue one',
    followUpSinceUs: noonUs - 78 * minuteUs,
    callsToday: 3,
  };
  show(core, popOf(ringingCall(1, { group: true }), { caller }));
  const card = await screen.findByRole('article', { name: 'Incoming call' });
  for (const words of [
    /\d\d:\d\d.* there/,
    'Group',
    'Spoke 2 days ago, 4 min',
    '3rd call today',
    'Wants the blue one',
    /Waiting for a call back since 10:42/,
  ]) {
    expect(within(card).getByText(words)).toBeDefined();
  }
});

it('says which colleague spoke with them, and nothing of what is not known', async () => {
  const { core } = openPage();
  const { caller } = popOf();
  const lastTalk = { atUs: Date.now() * 1000 - 25 * 60 * minuteUs, talkUs: null, by: '1003' };
  const { timeZone } = new Intl.DateTimeFormat().resolvedOptions();
  show(core, popOf(ringingCall(1), { caller: { ...caller, lastTalk, timeZone } }));
  const card = await screen.findByRole('article', { name: 'Incoming call' });
  expect(within(card).getByText('1003 spoke with them 1 day ago')).toBeDefined();
  expect(card.textContent).not.toMatch(/there|Waiting|today|Group/);
});

it('tells everything of the newest call that rings alone, of no more than five', async () => {
  const { core } = openPage();
  const caller = { ...popOf().caller, lastNote: 'Likes tea', followUpSinceUs: noonUs };
  const pops = Array.from({ length: 6 }, (_, index) => popOf(ringingCall(index, { ref: `ring-${index}` }), { caller }));
  show(core, ...pops);
  const cards = await screen.findAllByRole('article', { name: 'Incoming call' });
  expect(cards.map((card) => card.textContent.includes('Likes tea'))).toEqual([true, false, false, false, false]);
  expect(cards.map((card) => card.textContent.includes('To be called back'))).toEqual([false, true, true, true, true]);
});

it('never takes the keyboard away from where it is, neither ringing nor answered', async () => {
  const { core } = openPage(undefined, '#/settings');
  const field = await screen.findByRole('textbox', { name: 'Domain' });
  field.focus();
  show(core, popOf());
  await screen.findByRole('article', { name: 'Incoming call' });
  expect(document.activeElement).toBe(field);
  show(core, popOf(ringingCall(1), { state: 'answered' }));
  await screen.findByRole('textbox', { name: 'Note' });
  expect(document.activeElement).toBe(field);
});

it('dismisses a card at once and tells the core', async () => {
  const { core, user } = openPage((fake) => {
    fake.pops = [popOf()];
  });
  const card = await screen.findByRole('article', { name: 'Incoming call' });
  await user.click(within(card).getByRole('button', { name: 'Dismiss' }));
  await waitFor(() => expect(screen.queryByRole('article', { name: 'Incoming call' })).toBeNull());
  expect(core.asked).toContain('pops.dismiss "ringing"');
});

it('offers silence while it sounds, and silences that call at once', async () => {
  const { core, user } = openPage();
  show(
    core,
    popOf(),
    popOf(ringingCall(3, { ref: 'mute' }), { ways: { card: true, notification: true, sound: false } }),
  );
  const [silence, ...others] = await screen.findAllByRole('button', { name: 'Silence' });
  expect(others).toEqual([]);
  if (silence) await user.click(silence);
  await waitFor(() => expect(screen.queryByRole('button', { name: 'Silence' })).toBeNull());
  expect(core.asked).toContain('pops.silence "ringing"');
});

it('opens the customer system where there is one, and says why not when it is refused', async () => {
  const { core, user } = openPage(hasCrm);
  show(core, popOf());
  const button = await screen.findByRole('button', { name: 'Open in CRM' });
  await user.click(button);
  await waitFor(() => expect(core.asked).toContain('calls.openCrm "ringing"'));
  core.refusal = 'http is not allowed for crm';
  await user.click(button);
  expect(await screen.findByText('http is not allowed for crm')).toBeDefined();
});

it('offers neither a customer system that there is none of, nor to copy a number that nobody sees', async () => {
  const { core } = openPage();
  show(core, popOf(ringingCall(1, { party: hidden })));
  const card = await screen.findByRole('article', { name: 'Incoming call' });
  const buttons = within(card).getAllByRole('button');
  expect(buttons.map((button) => button.getAttribute('aria-label') ?? button.textContent)).toEqual([
    'Dismiss',
    'Silence',
  ]);
});

it('turns into a slim card with the talk time on answer', async () => {
  const call = ringingCall(20, { reason: 'talking' });
  const { core } = openPage();
  show(core, popOf({ ...call, answeredAtUs: call.startedAtUs }, { state: 'answered' }));
  const card = await screen.findByRole('article', { name: 'In call' });
  expect(within(card).getByRole('timer').textContent).toMatch(/^2\d s$/);
  expect(screen.queryByRole('article', { name: 'Incoming call' })).toBeNull();
});

const endings: readonly (readonly [string, Partial<CallRow>])[] = [
  ['You talked 4 min', { talkUs: 4.1 * minuteUs }],
  ['You talked 40 s and handed it over', { outcome: 'transferred', talkUs: minuteUs / 1.5 }],
  ['1003 took it', { outcome: 'answered-elsewhere', answeredBy: '1003', talkUs: null }],
  ['A colleague took it', { outcome: 'picked-up', talkUs: null }],
  ['Missed – caller hung up', { outcome: 'missed', reason: 'caller-hung-up', talkUs: null }],
  ['Busy', { outcome: 'busy', talkUs: null }],
];

it.each(endings)('says how it ended: %s', async (words, change) => {
  const { core } = openPage();
  show(core, popOf(callRow(change), { state: 'ended' }));
  const card = await screen.findByRole('article', { name: 'Call ended' });
  expect(within(card).getByRole('status').textContent).toBe(words);
  const isMine = change.outcome === undefined || change.outcome === 'transferred';
  expect(within(card).queryAllByRole('textbox')).toHaveLength(isMine ? 1 : 0);
});

it('calls back whoever was missed, unless nobody knows who it was', async () => {
  const { core, user } = openPage();
  const ended = { state: 'ended' } as const;
  show(core, popOf(missedCall(0, { ref: 'one' }), ended), popOf(missedCall(1, { party: withheld }), ended));
  await user.click(await screen.findByRole('button', { name: 'Call back' }));
  await waitFor(() => expect(core.asked).toContain('calls.callBack "one"'));
});

it('shows no card where none is wanted, but names the caller in the title', async () => {
  const { core } = openPage();
  const ways = { card: false, notification: true, sound: true };
  show(core, popOf(ringingCall(1, { party: withheld }), { ways }));
  await waitFor(() => expect(document.title).toContain('Withheld'));
  expect(screen.queryByRole('article', { name: 'Incoming call' })).toBeNull();
});

it('leaves the cards to their own window in the desktop app', async () => {
  const { core } = openPage(undefined, '', { host: 'electron' });
  show(core, popOf());
  await waitFor(() => expect(document.title).toContain('Μαρία Γεωργίου'));
  expect(screen.queryByRole('article', { name: 'Incoming call' })).toBeNull();
});

it('goes for Esc while the keyboard is in the card, and for no Esc elsewhere', async () => {
  const { core, user } = openPage(undefined, '#/calls');
  show(core, popOf(ringingCall(1, { ref: 'new' })), popOf(ringingCall(9, { ref: 'old' })));
  const cards = await screen.findAllByRole('article', { name: 'Incoming call' });
  await user.keyboard('{Escape}');
  expect(core.asked.filter((request) => request.startsWith('pops.dismiss'))).toEqual([]);
  act(() =>
    within(cards[1] ?? document.body)
      .getByRole('link')
      .focus(),
  );
  await user.keyboard('{Escape}');
  await waitFor(() => expect(core.asked).toContain('pops.dismiss "old"'));
  expect(core.asked).not.toContain('pops.dismiss "new"');
});

it('leaves the field for the note at Esc, and stays', async () => {
  const { core, user } = openPage();
  show(core, popOf(ringingCall(1, { ref: 'talk' }), { state: 'answered' }));
  const field = await screen.findByRole('textbox', { name: 'Note' });
  await user.type(field, 'blue{Escape}');
  expect(document.activeElement).not.toBe(field);
  await waitFor(() => expect(core.asked).toContain('notes.set {"ref":"talk","note":"blue"}'));
  expect(core.asked.filter((request) => request.startsWith('pops.dismiss'))).toEqual([]);
});

it.each([
  '<img src=x onerror=alert(1)>',
  'x'.repeat(10_000),
  '\u202Egnp.live\u202C',
  'first\r\nsecond',
  '{party} {extension, number}',
])('takes a name for a name, whatever it holds: case %#', async (name) => {
  const { core } = openPage();
  show(core, popOf(ringingCall(1, { party: { ...maria, name } })));
  const sentence = (await screen.findByRole('alert')).textContent;
  expect(sentence).toMatch(/^[^\p{Cc}\u202A-\u202E]{1,100} is calling extension 1002$/u);
  const card = screen.getByRole('article', { name: 'Incoming call' });
  expect(card.querySelector('img, script')).toBeNull();
  // In an element of its own, which turns nothing but itself.
  expect(card.querySelector('bdi.party-name')?.textContent).toBe(name);
  expect(document.title.length).toBeLessThan(130);
});

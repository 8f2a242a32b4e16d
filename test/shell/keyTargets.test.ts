import { expect, test } from 'vitest';

import { keyTargets } from '../../electron/shell/keyTargets.ts';
import type { Outcome } from '../../shared/call.ts';
import type { Pop } from '../../shared/pop.ts';
import { ringingPop } from './ringingPop.ts';

const none = { dismiss: null, silence: null, note: null };
const pop = (ref: string, change: Partial<Pop> = {}, outcome: Outcome = 'in-progress'): Pop => ({
  ...ringingPop,
  ...change,
  call: { ...ringingPop.call, ref, outcome },
});

test('without a call no key is about one', () => {
  expect(keyTargets([])).toEqual(none);
});

test('the newest call that rings is silenced and dismissed, and there is nothing to note yet', () => {
  expect(keyTargets([pop('new'), pop('old')])).toEqual({ dismiss: 'new', silence: 'new', note: null });
});

test('what is silent already, or never sounds, is not silenced', () => {
  const mute = pop('mute', { ways: { card: true, notification: true, sound: false } });
  expect(keyTargets([pop('silenced', { silenced: true }), mute]).silence).toBeNull();
  expect(keyTargets([pop('silenced', { silenced: true }), pop('loud')]).silence).toBe('loud');
});

test('what has no card is not dismissed, and yet silenced', () => {
  const unseen = pop('unseen', { ways: { card: false, notification: false, sound: true } });
  expect(keyTargets([unseen])).toEqual({ dismiss: null, silence: 'unseen', note: null });
  expect(keyTargets([unseen, pop('seen')]).dismiss).toBe('seen');
});

test('a note is about the call that I am in, or else about the one that has just ended', () => {
  const over = pop('over', { state: 'ended' }, 'answered');
  const talking = pop('talking', { state: 'answered' });
  expect(keyTargets([pop('rings'), over, talking]).note).toBe('talking');
  expect(keyTargets([pop('rings'), over]).note).toBe('over');
});

test('there is nothing to note about a call that I missed, nor to dismiss', () => {
  expect(keyTargets([pop('gone', { state: 'ended' }, 'missed')]).note).toBeNull();
  expect(keyTargets([pop('missed', { state: 'missed' }, 'missed')])).toEqual(none);
});

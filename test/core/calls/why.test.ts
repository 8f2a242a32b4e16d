import { describe, expect, test } from 'vitest';

import { reduce } from '../../../electron/core/calls/reduce.ts';
import { unfinished } from '../../../electron/core/calls/watchdog.ts';
import { whyOf } from '../../../electron/core/calls/why.ts';
import { scenarios } from '../../../electron/simulator/scenarios/list.ts';
import { en } from '../../../shared/words/en.ts';
import { whySentence } from '../../../shared/words/whySentence.ts';
import { desk, eventOf, me } from '../../support/scenarioEvents.ts';

/** What the agent reads, for the first call of each scenario. */
const sentences: Readonly<Record<string, string>> = {
  'direct-answered': 'You answered after 7 s and talked for 12 s.',
  'caller-hung-up': 'The caller hung up after 13 s.',
  'rang-out-no-answer': 'It rang 25 s and nobody answered.',
  'declined-486': 'You declined after 5 s.',
  'busy-without-ring': 'Your phone was busy.',
  'phone-offline': 'Your phone was offline.',
  'ring-group-colleague-answers': 'Rang you 8 s, then 1003 took it.',
  'hunt-group-next-answers': 'Rang you 15 s, then 1003 took it after 20 s.',
  'picked-up': 'Rang you 7 s, then a colleague picked it up.',
  'blind-transfer-away': 'You talked for 10 s and handed the call over to 1003.',
  'outbound-answered': 'They answered after 8 s and you talked for 13 s.',
  'outbound-no-answer': 'Nobody answered within 25 s.',
  'outbound-busy': 'Their line was busy.',
  'outbound-wrong-number': 'There is no such number, or no way to it.',
  'outbound-barred': 'Calls to this number are not permitted.',
};

describe('one plain sentence says why a call has its outcome', () => {
  for (const [name, sentence] of Object.entries(sentences)) {
    test(`${name}: ${sentence}`, () => {
      expect(words(callOf(name))).toBe(sentence);
    });
  }

  test('a call whose end got lost says so', () => {
    expect(words(unfinished(callOf('hangup-never-comes')))).toBe('The end of this call never arrived.');
  });

  test('no sentence of any scenario is left with a placeholder in it', () => {
    const mine = scenarios.filter((scenario) => scenario.play(desk).expected.length > 0);
    expect(mine.map(({ name }) => words(callOf(name))).filter((sentence) => /[{}]/.test(sentence))).toEqual([]);
  });
});

function callOf(name: string) {
  const story = scenarios.find((scenario) => scenario.name === name)?.play(desk);
  if (story === undefined) throw new Error(`There is no scenario "${name}".`);
  const events = story.deliveries.map(({ body }) => eventOf(body));
  const ref = story.expected[0]?.ref;
  const reduced = reduce(
    events.filter((event) => event.ref === ref),
    me,
  );
  if (reduced.kind === 'stranger') throw new Error(`"${name}" tells of no call of mine.`);
  return reduced.call;
}

function words(call: ReturnType<typeof callOf>): string {
  return whySentence(whyOf(call), en.why, (us) => `${Math.round(us / 1e6)} s`);
}

import type { Pop } from '../pop.ts';
import { fill } from './fill.ts';
import { oneLine } from './oneLine.ts';
import type { Words } from './words.ts';

/** What the notification of an incoming or a missed call says, in plain text. */
export function notificationWords(
  { call, state, selfTest }: Pop,
  words: Words['notification'],
): { readonly title: string; readonly body: string } {
  if (selfTest !== undefined) return { title: words.test, body: words.testBody };
  const { name, display, hidden } = call.party;
  const { extension, calledDisplay: called } = call;
  const line =
    called === null || called === extension
      ? fill(words.bodyShort, { extension })
      : fill(words.body, { called, extension });
  const known = name ?? display;
  const caller = known === null ? (hidden ? words.hidden : null) : oneLine(known);
  return {
    title: state === 'missed' ? missedTitle(caller, words) : fill(words.title, { party: caller ?? words.withheld }),
    body: name !== null && display !== null ? `${oneLine(display)}\n${line}` : line,
  };
}

function missedTitle(caller: string | null, words: Words['notification']): string {
  return caller === null ? words.missedWithheld : fill(words.missed, { party: caller });
}

import type { Pop } from '../pop.ts';
import { en } from './en.ts';
import { fill } from './fill.ts';

const words = en.notification;

/** What the notification of an incoming or a missed call says, in plain text. */
export function notificationWords({ call, state }: Pop): { readonly title: string; readonly body: string } {
  const { name, display, hidden } = call.party;
  const { extension, calledDisplay: called } = call;
  const line =
    called === null || called === extension
      ? fill(words.bodyShort, { extension })
      : fill(words.body, { called, extension });
  const caller = name ?? display ?? (hidden ? words.hidden : null);
  return {
    title: state === 'missed' ? missedTitle(caller) : fill(words.title, { party: caller ?? words.withheld }),
    body: name !== null && display !== null ? `${display}\n${line}` : line,
  };
}

function missedTitle(caller: string | null): string {
  return caller === null ? words.missedWithheld : fill(words.missed, { party: caller });
}

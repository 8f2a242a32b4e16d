import type { Pop } from '../pop.ts';
import { en } from './en.ts';
import { fill } from './fill.ts';

const words = en.notification;

/** What the notification of an incoming call says, in plain text. */
export function notificationWords({ call }: Pop): { readonly title: string; readonly body: string } {
  const { name, display } = call.party;
  const { extension, calledDisplay: called } = call;
  const line =
    called === null || called === extension
      ? fill(words.bodyShort, { extension })
      : fill(words.body, { called, extension });
  return {
    title: fill(words.title, { party: name ?? display ?? words.withheld }),
    body: name !== null && display !== null ? `${display}\n${line}` : line,
  };
}

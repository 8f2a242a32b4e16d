import type { Pop } from '../../shared/pop.ts';
import { en } from '../../shared/words/en.ts';
import { fill } from '../../shared/words/fill.ts';

const words = en.notification;

/** What the notification of an incoming call says. */
export function notificationWords({ call }: Pop): { readonly title: string; readonly body: string } {
  const { name, display } = call.party;
  const { extension, calledDisplay: called } = call;
  const line =
    called === null || called === extension
      ? fill(words.bodyShort, { extension })
      : fill(words.body, { called, extension });
  return {
    title: fill(words.title, { party: name ?? display ?? words.withheld }),
    body: withoutMarkup(name !== null && display !== null ? `${display}\n${line}` : line),
  };
}

/** Linux desktops read the body as markup, and whoever calls chooses what number they send. */
function withoutMarkup(text: string): string {
  return text.replace(/[<>&]/g, '');
}

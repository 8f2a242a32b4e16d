import type { Pop } from '../../shared/pop.ts';
import { notificationWords as plainWords } from '../../shared/words/notificationWords.ts';
import type { Words } from '../../shared/words/words.ts';

/** What the system's notification of an incoming call says. */
export function notificationWords(
  pop: Pop,
  words: Words['notification'],
): { readonly title: string; readonly body: string } {
  const { title, body } = plainWords(pop, words);
  return { title, body: withoutMarkup(body) };
}

/** Linux desktops read the body as markup, and whoever calls chooses what number they send. */
function withoutMarkup(text: string): string {
  return text.replace(/[<>&]/g, '');
}

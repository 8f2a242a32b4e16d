import { en } from '../../shared/words/en.ts';
import type { Language } from '../../shared/words/language.ts';
import type { Words } from '../../shared/words/words.ts';

/** A language, and its words. */
export interface Speech {
  readonly language: Language;
  readonly words: Words;
}

export const english: Speech = { language: 'en', words: en };

/** Loads the words of a language; English ones are always there. Rejects when they cannot be had. */
export async function speechIn(language: Language): Promise<Speech> {
  switch (language) {
    case 'en':
      return english;
    case 'el':
      return { language, words: (await import('../../shared/words/el.ts')).el };
  }
}

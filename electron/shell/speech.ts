import type { Settings } from '../../shared/settings.ts';
import { catalogues } from '../../shared/words/catalogues.ts';
import { languageOf, localeOf } from '../../shared/words/language.ts';
import type { Words } from '../../shared/words/words.ts';

/** What the shell speaks: the system's language at first, and that of the settings as soon as they are known. */
export interface Speech {
  readonly words: () => Words;
  /** By which dates and times are written. */
  readonly locale: () => string;
  /** Whether it now speaks another language than before. */
  readonly follow: (setting: Settings['language']) => boolean;
}

/** `system` gives the system's locale; it is not asked before a word is needed, for Electron has to be ready by then. */
export function createSpeech(system: () => string): Speech {
  let setting: Settings['language'] = 'system';
  const language = () => languageOf(setting, system());
  return {
    words: () => catalogues[language()],
    locale: () => localeOf(language(), system()),
    follow(next) {
      const before = language();
      setting = next;
      return language() !== before;
    },
  };
}

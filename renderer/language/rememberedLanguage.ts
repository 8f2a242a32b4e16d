import type { Settings } from '../../shared/settings.ts';
import { languageOf } from '../../shared/words/language.ts';
import { english, speechIn, type Speech } from './speech.ts';

const key = 'language';

/** Remembers which language the settings want, for the next start. */
export function rememberLanguage(setting: Settings['language']): void {
  try {
    localStorage.setItem(key, setting);
  } catch {
    // A browser that keeps nothing for this page begins in the system's language until the settings are read.
  }
}

/** The language setting of the last time. */
export function rememberedLanguage(): Settings['language'] {
  try {
    const setting = localStorage.getItem(key);
    return setting === 'en' || setting === 'el' ? setting : 'system';
  } catch {
    return 'system';
  }
}

/** What the page speaks from its first word on, so that it does not flash in another language. Never rejects. */
export async function firstSpeech(): Promise<Speech> {
  try {
    return await speechIn(languageOf(rememberedLanguage(), navigator.language));
  } catch {
    // The file is out of reach: the page tries again once it has read the settings.
    return english;
  }
}

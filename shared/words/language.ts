import type { Settings } from '../settings.ts';

/** The languages that Ringside speaks. */
export const languages = ['en', 'el'] as const;
export type Language = (typeof languages)[number];

/** What dates and numbers look like where the system's own region says nothing about the language. */
const usualLocale: Readonly<Record<Language, string>> = { en: 'en-GB', el: 'el-GR' };

/** The language to speak: the one that is chosen, or the system's (a BCP 47 tag); English where that is another one. */
export function languageOf(setting: Settings['language'], system: string): Language {
  if (setting !== 'system') return setting;
  const theirs = new Intl.Locale(system).language;
  return languages.find((language) => language === theirs) ?? 'en';
}

/**
 * The locale of dates and numbers: the system's own where it speaks the language, so that they look as everywhere else
 * on this machine. Elsewhere that of the language, with the hours counted to 12 or 24 as the system does.
 */
export function localeOf(language: Language, system: string): string {
  if (new Intl.Locale(system).language === language) return system;
  const { hourCycle } = new Intl.DateTimeFormat(system, { hour: 'numeric' }).resolvedOptions();
  return new Intl.Locale(usualLocale[language], hourCycle === undefined ? {} : { hourCycle }).toString();
}

import { useEffect, useMemo, useState, type ReactNode } from 'react';
import { IntlProvider } from 'use-intl';

import type { en } from '../../shared/words/en.ts';
import { languageOf, localeOf } from '../../shared/words/language.ts';
import { useReading } from '../data/queries.ts';
import { createFormats } from '../format/formats.ts';
import { FormatsContext } from '../format/useFormats.ts';
import { useTimeZone } from '../time/useTimeZone.ts';
import { rememberedLanguage, rememberLanguage } from './rememberedLanguage.ts';
import { speechIn, type Speech } from './speech.ts';

interface InLanguageProps {
  /** What is spoken until the settings are read. */
  readonly first: Speech;
  readonly children: ReactNode;
}

/** Words in the language of the settings, and dates and numbers as it writes them; a change shows at once. */
export function InLanguage({ first, children }: InLanguageProps) {
  const { language, words } = useSpeech(first);
  const locale = localeOf(language, navigator.language);
  const timeZone = useTimeZone();
  // Formats keep the zone that they were made in.
  const formats = useMemo(() => createFormats(locale, timeZone), [locale, timeZone]);
  return (
    // The English catalogue types the keys and the placeholders; a test holds all others to them.
    <IntlProvider locale={locale} messages={words as typeof en} timeZone={timeZone}>
      <FormatsContext value={formats}>{children}</FormatsContext>
    </IntlProvider>
  );
}

function useSpeech(first: Speech): Speech {
  const { data } = useReading('settings.get', undefined);
  const [speech, setSpeech] = useState(first);
  const setting = data?.settings.language;
  const wanted = languageOf(setting ?? rememberedLanguage(), navigator.language);

  useEffect(() => {
    if (setting !== undefined) rememberLanguage(setting);
  }, [setting]);

  useEffect(() => {
    document.documentElement.lang = speech.language;
    if (wanted === speech.language) return undefined;
    let isStillWanted = true;
    speechIn(wanted).then(
      (loaded) => isStillWanted && setSpeech(loaded),
      // The file is out of reach: better another language than no words.
      () => undefined,
    );
    return () => {
      isStillWanted = false;
    };
  }, [wanted, speech]);

  return speech;
}

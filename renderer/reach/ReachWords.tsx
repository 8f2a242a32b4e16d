import { useMemo, type ReactNode } from 'react';
import { IntlProvider, useLocale, useMessages } from 'use-intl';

import { languageOf } from '../../shared/words/language.ts';
import { reachEl } from '../../shared/words/reachEl.ts';
import { reachEn } from '../../shared/words/reachEn.ts';

const catalogues = { en: reachEn, el: reachEl } as const;

/** Adds the words of the connection and the set-up, which are not loaded with the window. */
export function ReachWords({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  const messages = useMessages();
  const all = useMemo(() => {
    // The English catalogue types the keys and the placeholders; a test holds all others to them.
    const words = catalogues[languageOf('system', locale)] as typeof reachEn;
    return { ...messages, ...words };
  }, [locale, messages]);
  return (
    <IntlProvider locale={locale} messages={all}>
      {children}
    </IntlProvider>
  );
}

import { useEffect } from 'react';
import { useTranslations } from 'use-intl';

import type { Party } from '../../shared/call.ts';
import { usePartyText } from '../components/PartyName.tsx';

/** Names whoever is calling in the title of the window or tab. */
export function useWindowTitle(caller: Party | null): void {
  const t = useTranslations('app');
  const textOf = usePartyText();
  const title = caller === null ? t('name') : t('ringingTitle', { party: textOf(caller) });
  useEffect(() => {
    document.title = title;
  }, [title]);
}

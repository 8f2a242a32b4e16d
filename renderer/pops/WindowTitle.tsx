import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import type { Party } from '../../shared/call.ts';
import { useHost } from '../bridge/host.ts';
import { usePartyText } from '../components/PartyName.tsx';
import { useNow } from '../time/ticker.ts';
import { useRingingIcon } from './ringingIcon.ts';

/** How long each title of a tab that rings stands. */
const turnMs = 2000;

/** Names whoever is calling in the title of the window or tab. A tab among others shows it by its icon too. */
export function WindowTitle({ caller }: { readonly caller: Party | null }) {
  const t = useTranslations('app');
  const textOf = usePartyText();
  const host = useHost();
  if (caller === null) return <Title title={t('name')} />;
  const title = t('ringingTitle', { party: textOf(caller) });
  return host === 'browser' ? <RingingTab title={title} other={t('ringingOther')} /> : <Title title={title} />;
}

function Title({ title }: { readonly title: string }) {
  useEffect(() => {
    document.title = title;
  }, [title]);
  return null;
}

/** Two titles in turn, calmly, the caller first; that one alone for whoever wants nothing to move. */
function RingingTab({ title, other }: { readonly title: string; readonly other: string }) {
  const [sinceMs] = useState(Date.now);
  const turn = Math.floor(Math.max(0, useNow() - sinceMs) / turnMs) % 2;
  const isStill = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  useRingingIcon();
  return <Title title={turn === 0 || isStill ? title : other} />;
}

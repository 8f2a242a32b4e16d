import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

import type { Pop } from '../../shared/pop.ts';
import { useReading } from '../data/queries.ts';
import { InCallCard } from './InCallCard.tsx';
import { IncomingCard } from './IncomingCard.tsx';
import { useNotifications } from './useNotifications.ts';
import { useWindowTitle } from './useWindowTitle.ts';

const none: readonly Pop[] = [];

/** The calls that ring me, each as a card and a notification, newest in front. They never touch the keyboard's focus. */
export function Pops() {
  const t = useTranslations('pop');
  const { data: pops = none } = useReading('pops.list', undefined);
  const { data: view } = useReading('settings.get', undefined);
  const ringing = useMemo(() => pops.filter((pop) => pop.state === 'ringing'), [pops]);
  useWindowTitle(ringing[0]?.call.party ?? null);
  useNotifications(view?.settings.notifications === true ? ringing : none);
  if (view?.settings.card === false || pops.length === 0) return null;
  return (
    <aside className="pops" aria-label={t('list')}>
      {pops.map(({ call, state }) =>
        state === 'ringing' ? <IncomingCard key={call.ref} call={call} /> : <InCallCard key={call.ref} call={call} />,
      )}
    </aside>
  );
}

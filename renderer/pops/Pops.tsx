import { useMemo } from 'react';
import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
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
  const told = useMemo(() => pops.filter((pop) => pop.state !== 'answered'), [pops]);
  const ringing = pops.find((pop) => pop.state === 'ringing');
  useWindowTitle(ringing?.call.party ?? null);
  useNotifications(view?.settings.notifications === true ? told : none);
  if (view?.settings.card === false || pops.every((pop) => pop.state === 'missed')) return null;
  return (
    <aside className="pops" aria-label={t('list')}>
      {pops.map((pop) => (
        <Card key={pop.call.ref} pop={pop} />
      ))}
    </aside>
  );
}

function Card({ pop: { call, state } }: { readonly pop: Pop }) {
  switch (state) {
    case 'ringing':
      return <IncomingCard call={call} />;
    case 'answered':
      return <InCallCard call={call} />;
    case 'missed':
      // Told by the notification alone; the follow-ups keep it.
      return null;
    default:
      return assertNever(state);
  }
}

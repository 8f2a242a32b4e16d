import { useTranslations } from 'use-intl';

import { useReading } from '../data/queries.ts';
import { InCallCard } from './InCallCard.tsx';
import { IncomingCard } from './IncomingCard.tsx';
import { useWindowTitle } from './useWindowTitle.ts';

/** The cards of the calls that ring me, newest in front. They come and go without touching the keyboard's focus. */
export function Pops() {
  const t = useTranslations('pop');
  const { data: pops = [] } = useReading('pops.list', undefined);
  const { data: view } = useReading('settings.get', undefined);
  useWindowTitle(pops.find((pop) => pop.state === 'ringing')?.call.party ?? null);
  if (view?.settings.card === false || pops.length === 0) return null;
  return (
    <aside className="pops" aria-label={t('list')}>
      {pops.map(({ call, state }) =>
        state === 'ringing' ? <IncomingCard key={call.ref} call={call} /> : <InCallCard key={call.ref} call={call} />,
      )}
    </aside>
  );
}

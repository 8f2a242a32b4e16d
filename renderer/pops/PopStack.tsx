import { useTranslations } from 'use-intl';

import { hasCard, type Pop } from '../../shared/pop.ts';
import { Card } from './Card.tsx';
import { TestCard } from './TestCard.tsx';

/** Cards that are up at a time. */
const most = 5;

/**
 * The cards of the calls that ring me, that I am in, or that are just over: newest first, those alone of which a card is
 * wanted. Nothing while there is none. It never touches the keyboard's focus.
 */
export function PopStack({ pops }: { readonly pops: readonly Pop[] }) {
  const t = useTranslations('pop');
  const cards = pops.filter(hasCard).slice(0, most);
  if (cards.length === 0) return null;
  const front = cards.find((pop) => pop.state === 'ringing' && pop.selfTest === undefined);
  return (
    <aside className="pops" aria-label={t('list')}>
      {cards.map((pop) =>
        pop.selfTest === undefined ? (
          <Card key={pop.call.ref} pop={pop} isFront={pop === front} />
        ) : (
          <TestCard key={pop.call.ref} id={pop.selfTest} callRef={pop.call.ref} />
        ),
      )}
    </aside>
  );
}

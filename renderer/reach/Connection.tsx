import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Failure } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { AddressChanged } from './AddressChanged.tsx';
import { AnswerCard } from './AnswerCard.tsx';
import { Fold } from './Fold.tsx';
import { Forwarding } from './Forwarding.tsx';
import { Gaps } from './Gaps.tsx';
import { Rejected } from './Rejected.tsx';
import { SelfTest } from './SelfTest.tsx';
import { TokenRotation } from './TokenRotation.tsx';
import { Traffic } from './Traffic.tsx';
import { WayChooser } from './WayChooser.tsx';
import { Webhook } from './Webhook.tsx';

/** The answer first, what is looked at now and then folded up below it. */
export function Connection() {
  const t = useTranslations('reach');
  const { data: reach, error, refetch } = useReading('reach.get', undefined);
  const { data: status } = useReading('status.get', undefined);
  const { data: view } = useReading('settings.get', undefined);
  const [isWayOpen, setWayOpen] = useState(false);
  const way = useRef<HTMLDetailsElement>(null);

  /** Opens the ways, with the keyboard on their heading. */
  function showWay() {
    setWayOpen(true);
    way.current?.querySelector('summary')?.focus({ preventScroll: true });
    way.current?.scrollIntoView({ block: 'start' });
  }

  return (
    <div className="page reach">
      <header className="view-header">
        <h1>{t('title')}</h1>
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {!reach && !error && <p className="reading">{t('reading')}</p>}
      {reach && status && view && (
        <>
          <div className="reach-top">
            <AnswerCard reach={reach} status={status} way={view.settings.reach.kind} onShowWay={showWay} />
            <AddressChanged reach={reach} />
          </div>
          <Traffic reach={reach} status={status} />
          <Webhook />
          <SelfTest onShowWay={showWay} />
          <div className="folds">
            <Fold
              title={t('way.title')}
              state={t(`way.name.${view.settings.reach.kind}`)}
              isOpen={isWayOpen}
              onOpen={setWayOpen}
              handle={way}
            >
              <WayChooser reach={reach} view={view} />
            </Fold>
            <Gaps />
            <Rejected />
            <Forwarding reach={reach} view={view} />
            <TokenRotation reach={reach} />
          </div>
        </>
      )}
    </div>
  );
}

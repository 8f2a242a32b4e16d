import { useTranslations } from 'use-intl';

import { Failure } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { hrefOf } from '../route/route.ts';
import { Steps } from './Steps.tsx';

export function Setup() {
  const t = useTranslations('setup');
  const { data: view, error, refetch } = useReading('settings.get', undefined);
  const { data: status } = useReading('status.get', undefined);
  // What cannot be told of the way keeps nobody from the other steps.
  const { data: reach, isPending } = useReading('reach.get', undefined);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (view === undefined || status === undefined || isPending) return null;
  const isKnown = view.settings.extensions.length > 0;
  return (
    <div className="page setup">
      <header className="view-header">
        <h1>{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      <Steps view={view} status={status} reach={reach ?? null} />
      <a className={isKnown ? 'button primary' : 'button'} href={hrefOf({ kind: 'calls' })}>
        {isKnown ? t('finish') : t('skip')}
      </a>
    </div>
  );
}

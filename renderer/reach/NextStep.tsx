import { useTranslations } from 'use-intl';

import type { HopResult } from '../../shared/reach.ts';
import { useReading } from '../data/queries.ts';
import { hrefOf } from '../route/route.ts';
import { TroubleDetail } from './TroubleDetail.tsx';
import { useRestart } from './useRestart.ts';
import { deedOf, useTroubleWords } from './useTroubleWords.ts';

interface NextStepProps {
  /** The first broken hop. */
  readonly result: HopResult;
  readonly onShowWay: () => void;
}

/** Where a test ring stopped, why, and what to do next. */
export function NextStep({ result: { hop, trouble }, onShowWay }: NextStepProps) {
  const t = useTranslations('reach');
  const troubleWords = useTroubleWords();
  const { restart, isPending } = useRestart();
  const { data: view } = useReading('settings.get', undefined);
  const way = view?.settings.reach.kind ?? 'none';
  const isOnTheWay = hop === 'public-url' || hop === 'tunnel' || (hop === 'settings' && way !== 'none');
  const deed = trouble === null ? 'restart' : deedOf(trouble.code, way);
  return (
    <div className="next-step">
      <h3>{t('test.broken', { hop: t(`test.hop.${hop}`) })}</h3>
      <p>
        {isOnTheWay && trouble !== null
          ? troubleWords(trouble.code, way)
          : t(`test.next.${hop === 'public-url' || hop === 'tunnel' ? 'settings' : hop}`)}
      </p>
      {isOnTheWay && (
        <button
          type="button"
          className="button"
          disabled={isPending}
          onClick={deed === 'restart' ? restart : onShowWay}
        >
          {t(`deed.${deed}`)}
        </button>
      )}
      {!isOnTheWay && hop !== 'database' && (
        <a className="button" href={hrefOf({ kind: 'settings' })}>
          {t('test.settings')}
        </a>
      )}
      {trouble !== null && trouble.detail !== '' && <TroubleDetail detail={trouble.detail} />}
    </div>
  );
}

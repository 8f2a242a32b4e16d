import { use, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

import { Banner } from '../components/Banner.tsx';
import { useReading } from '../data/queries.ts';
import { PlayerContext } from './player.ts';
import { soundOf } from './soundOf.ts';

/** Says that the browser keeps Ringside silent while a call rings that should be heard, and lifts it. */
export function SoundHint() {
  const t = useTranslations('sound');
  const player = use(PlayerContext);
  const isBlocked = useSyncExternalStore(player.subscribe, player.isBlocked);
  const { data: view } = useReading('settings.get', undefined);
  const { data: pops = [] } = useReading('pops.list', undefined);
  if (!isBlocked || view === undefined || soundOf(pops, view.settings) === null) return null;
  return (
    <Banner
      weight="calm"
      title={t('blocked')}
      action={
        <button type="button" className="button" onClick={player.prepare}>
          {t('unblock')}
        </button>
      }
    >
      {t('blockedHint')}
    </Banner>
  );
}

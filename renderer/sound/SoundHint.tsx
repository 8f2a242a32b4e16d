import { use, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

import { callKinds } from '../../shared/pop.ts';
import { Banner } from '../components/Banner.tsx';
import { useReading } from '../data/queries.ts';
import { PlayerContext } from './player.ts';

/** Says that the browser keeps Ringside silent, while that matters, and lifts it. */
export function SoundHint() {
  const t = useTranslations('sound');
  const player = use(PlayerContext);
  const isBlocked = useSyncExternalStore(player.subscribe, player.isBlocked);
  const { data: view } = useReading('settings.get', undefined);
  if (!isBlocked || view === undefined) return null;
  const { ways, volume } = view.settings;
  if (volume <= 0 || callKinds.every((kind) => !ways[kind].sound)) return null;
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

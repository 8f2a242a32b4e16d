import { use, useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import type { Hold, Settings } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import type { MotifName } from '../sound/motif.ts';
import { PlayerContext } from '../sound/player.ts';
import { Field } from './Field.tsx';
import { useSettingChange } from './useSettingChange.ts';

interface VolumeSettingProps {
  readonly tone: Settings['tone'];
  readonly value: number;
  readonly hold: Hold | undefined;
}

/** How loud it rings, and how that sounds. Takes effect when the slider is let go of. */
export function VolumeSetting({ tone, value, hold }: VolumeSettingProps) {
  const t = useTranslations('settings');
  const failureText = useFailureText();
  const player = use(PlayerContext);
  const { mutate, error } = useSettingChange();
  /** Where the slider is held, in percent. */
  const [held, setHeld] = useState<number | null>(null);
  const stop = useRef(() => {});
  const percent = held ?? Math.round(value * 100);

  function letGo() {
    if (held === null) return;
    mutate({ volume: held / 100 }, { onSettled: () => setHeld(null) });
  }

  function play(motif: MotifName) {
    stop.current();
    stop.current = player.play({ tone, motif, volume: percent / 100 }, 'once');
  }
  useEffect(() => () => stop.current(), []);

  return (
    <Field name="volume" label={t('volume')} hint={t('volumeHint')} hold={hold} refusal={error && failureText(error)}>
      {(ties) => (
        <>
          <input
            {...ties}
            type="range"
            min={0}
            max={100}
            step={5}
            aria-valuetext={t('percent', { volume: percent })}
            value={percent}
            disabled={hold !== undefined}
            onChange={(event) => setHeld(event.target.valueAsNumber)}
            onPointerUp={letGo}
            onKeyUp={letGo}
            onBlur={letGo}
          />
          <span className="field-row">
            {(['usual', 'awaited'] as const).map((motif) => (
              <button key={motif} type="button" className="button" onClick={() => play(motif)}>
                <Icon name="sound" />
                {t(motif === 'usual' ? 'play' : 'playAwaited')}
              </button>
            ))}
          </span>
        </>
      )}
    </Field>
  );
}

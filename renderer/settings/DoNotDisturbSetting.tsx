import { useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { Hold } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { useFormats } from '../format/useFormats.ts';
import { useWhen } from '../format/useWhen.ts';
import { nextMorning } from '../time/nextMorning.ts';
import { midnightOf, useMinute } from '../time/ticker.ts';
import { FieldGroup } from './FieldGroup.tsx';
import { useDoNotDisturb } from './useDoNotDisturb.ts';

const minuteMs = 60_000;

/** Keeps pop-ups away for a while: it ends by itself, so that nobody stays silent by mistake. */
export function DoNotDisturbSetting({ hold }: { readonly hold: Hold | undefined }) {
  const t = useTranslations('doNotDisturb');
  const when = useWhen();
  const failureText = useFailureText();
  const { untilUs, setUntil, error } = useDoNotDisturb();
  const first = useRef<HTMLButtonElement>(null);

  function switchOff() {
    setUntil(null);
    // This button is about to go.
    first.current?.focus();
  }

  return (
    <FieldGroup
      name="doNotDisturbUntilUs"
      label={t('title')}
      hint={t('hint')}
      words={[]}
      hold={hold}
      refusal={error && failureText(error)}
    >
      {() => (
        <div className="field-deeds">
          <button type="button" className="button" ref={first} onClick={() => setUntil(inMinutes(30))}>
            {t('halfHour')}
          </button>
          <button type="button" className="button" onClick={() => setUntil(inMinutes(60))}>
            {t('hour')}
          </button>
          <button type="button" className="button" onClick={() => setUntil(nextMorning(Date.now()) * 1000)}>
            <UntilMorning />
          </button>
          <div className="field-state">
            <output>{untilUs !== null && t('on', { when: when(untilUs) })}</output>
            {untilUs !== null && (
              <button type="button" className="button" onClick={switchOff}>
                {t('off')}
              </button>
            )}
          </div>
        </div>
      )}
    </FieldGroup>
  );
}

function UntilMorning() {
  const t = useTranslations('doNotDisturb');
  const { time } = useFormats();
  const nowMs = useMinute();
  const morning = nextMorning(nowMs);
  return t(midnightOf(morning) === midnightOf(nowMs) ? 'morning' : 'tomorrow', { time: time(morning * 1000) });
}

function inMinutes(minutes: number): number {
  return (Date.now() + minutes * minuteMs) * 1000;
}

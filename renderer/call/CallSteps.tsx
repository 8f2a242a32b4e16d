import { useEffect, useEffectEvent } from 'react';
import { useTranslations } from 'use-intl';

import type { Neighbours } from '../../shared/callFilter.ts';
import { Icon } from '../components/Icon.tsx';
import { plainKey } from '../keys/plainKey.ts';
import { callIn, type ListRoute } from '../route/route.ts';
import { redirect } from '../route/useRoute.ts';

interface CallStepsProps {
  readonly list: ListRoute;
  readonly neighbours: Neighbours;
}

/** To the call after or before this one in the list; `j` and `k` do it too. The way back leads to the list. */
export function CallSteps({ list, neighbours: { newer, older } }: CallStepsProps) {
  const t = useTranslations('call');

  function go(ref: string | null) {
    if (ref !== null) redirect(callIn(list, ref));
  }
  const stepOnKey = useEffectEvent((event: KeyboardEvent) => {
    const key = event.defaultPrevented ? null : plainKey(event);
    if (key !== 'j' && key !== 'k') return;
    event.preventDefault();
    go(key === 'j' ? older : newer);
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => stepOnKey(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return (
    <span className="call-steps">
      <Step name={t('newer')} shortcut="k" icon="up" to={newer} onGo={go} />
      <Step name={t('older')} shortcut="j" icon="down" to={older} onGo={go} />
    </span>
  );
}

interface StepProps {
  readonly name: string;
  readonly shortcut: string;
  readonly icon: 'up' | 'down';
  readonly to: string | null;
  readonly onGo: (ref: string | null) => void;
}

function Step({ name, shortcut, icon, to, onGo }: StepProps) {
  return (
    <button
      type="button"
      className="button bare"
      aria-label={name}
      aria-keyshortcuts={shortcut}
      title={`${name} (${shortcut.toUpperCase()})`}
      // Not disabled: at the end of the list the keyboard would lose its place.
      aria-disabled={to === null}
      onClick={() => onGo(to)}
    >
      <Icon name={icon} />
    </button>
  );
}

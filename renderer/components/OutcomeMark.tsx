import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { Icon } from './Icon.tsx';
import { outcomeLook } from './outcomeLook.ts';

/** How a call went: a shape, a word, and in a lower voice the finer word. */
export function OutcomeMark({ call }: { readonly call: CallRow }) {
  const word = useOutcomeWord(call);
  const finer = useFinerWord(call);
  const { icon, tone } = outcomeLook[call.outcome];
  return (
    <span className="outcome" data-tone={tone}>
      <span className="outcome-shape">
        <Icon name={icon} />
      </span>
      <span className="outcome-word">{word}</span>
      {finer !== null && <span className="outcome-finer">{finer}</span>}
    </span>
  );
}

function useOutcomeWord(call: CallRow): string {
  const t = useTranslations();
  const { outcome, reason } = call;
  if (outcome === 'in-progress' && (reason === 'ringing' || reason === 'talking' || reason === 'dialling')) {
    return t(`progress.${reason}`);
  }
  return t(`outcome.${outcome}`);
}

function useFinerWord(call: CallRow): string | null {
  const t = useTranslations('reason');
  if (call.outcome === 'in-progress') return null;
  if (call.outcome === 'answered-elsewhere' && call.answeredBy !== null) return t('by', { extension: call.answeredBy });
  return call.reason === null ? null : t(call.reason);
}

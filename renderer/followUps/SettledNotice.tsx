import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { usePartyText } from '../components/PartyName.tsx';
import type { Settling } from './useSettle.ts';

interface SettledNoticeProps {
  /** What was settled last and can be taken back. */
  readonly last: Settling | null;
  readonly error: Error | null;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Offers to take the last settling back. No clock runs: it stays until it is used, dismissed, or the view is left. */
export function SettledNotice({ last, error, onUndo, onDismiss }: SettledNoticeProps) {
  const t = useTranslations();
  const failureText = useFailureText();
  const wordsOf = useSettledWords();
  return (
    <div className="toast" data-shown={last !== null || error !== null}>
      <div className="toast-words">
        <output>{last && wordsOf(last)}</output>
        {error && (
          <p className="field-refusal" role="alert">
            {t('errors.change')}: {failureText(error)}
          </p>
        )}
      </div>
      {last && (
        <>
          <button type="button" className="button" data-undo onClick={onUndo}>
            <Icon name="undo" />
            {t('followUps.undo')}
          </button>
          <button
            type="button"
            className="button bare"
            aria-label={t('followUps.dismiss')}
            title={t('followUps.dismiss')}
            onClick={onDismiss}
          >
            <Icon name="cross" />
          </button>
        </>
      )}
    </div>
  );
}

function useSettledWords(): (done: Settling) => string {
  const t = useTranslations('followUps');
  const partyText = usePartyText();
  return ({ party, reason }) =>
    reason === null
      ? t('settled', { party: partyText(party) })
      : t('settledWithReason', { party: partyText(party), reason });
}

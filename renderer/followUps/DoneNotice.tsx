import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { usePartyText } from '../components/PartyName.tsx';
import { useWhen } from '../format/useWhen.ts';
import type { Settling } from './useSettle.ts';
import type { Snoozing } from './useSnooze.ts';

/** What was done about somebody and can be taken back. */
export type Done = ({ readonly kind: 'settled' } & Settling) | ({ readonly kind: 'snoozed' } & Snoozing);

interface DoneNoticeProps {
  /** What was done last and can be taken back. */
  readonly last: Done | null;
  readonly error: Error | null;
  readonly onUndo: () => void;
  readonly onDismiss: () => void;
}

/** Offers to take the last deed back. No clock runs: it stays until it is used, dismissed, or the view is left. */
export function DoneNotice({ last, error, onUndo, onDismiss }: DoneNoticeProps) {
  const t = useTranslations();
  const failureText = useFailureText();
  const wordsOf = useDoneWords();
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

function useDoneWords(): (done: Done) => string {
  const t = useTranslations();
  const partyText = usePartyText();
  const when = useWhen();
  return (done) => {
    const party = partyText(done.party);
    switch (done.kind) {
      case 'settled':
        return done.reason === null
          ? t('followUps.settled', { party })
          : t('followUps.settledWithReason', { party, reason: done.reason });
      case 'snoozed':
        return done.untilUs === null
          ? t('snooze.woken', { party })
          : t('snooze.snoozed', { party, when: when(done.untilUs) });
      default:
        return assertNever(done);
    }
  };
}

import { useTranslations } from 'use-intl';

import type { Reach, TunnelKind } from '../../shared/reach.ts';
import type { Status } from '../../shared/status.ts';
import { Icon } from '../components/Icon.tsx';
import { RetryClock } from './RetryClock.tsx';
import { TroubleDetail } from './TroubleDetail.tsx';
import { useAnswer } from './useAnswer.ts';
import { useRestart } from './useRestart.ts';

interface AnswerCardProps {
  readonly reach: Reach;
  readonly status: Status;
  readonly way: TunnelKind;
  /** Goes where the way is chosen and its details stand. */
  readonly onShowWay: () => void;
  /** Without the question above it. */
  readonly isCompact?: boolean;
}

/** Is the PBX reaching me? One glance, one sentence, one button. */
export function AnswerCard({ reach, status, way, onShowWay, isCompact = false }: AnswerCardProps) {
  const t = useTranslations('reach');
  const answerOf = useAnswer();
  const { restart, isPending, refusal } = useRestart();
  const { tone, icon, title, hint, deed, retryAtUs, trouble } = answerOf(reach, status, way);
  return (
    <section className="answer" data-tone={tone} data-state={reach.state.kind} data-compact={isCompact}>
      <span className="answer-shape">
        <Icon name={icon} />
      </span>
      <div className="answer-words" aria-live="polite">
        {!isCompact && <p className="answer-question">{t('question')}</p>}
        <h2>{title}</h2>
        <p>{hint}</p>
      </div>
      {deed !== null && (
        <button
          type="button"
          className={deed === 'restart' ? 'button' : 'button primary'}
          disabled={isPending}
          onClick={deed === 'restart' ? restart : onShowWay}
        >
          {t(`deed.${deed}`)}
        </button>
      )}
      {retryAtUs !== null && <RetryClock atUs={retryAtUs} />}
      {trouble !== null && trouble.detail !== '' && <TroubleDetail detail={trouble.detail} />}
      {refusal !== null && (
        <p className="field-refusal" role="alert">
          {refusal}
        </p>
      )}
    </section>
  );
}

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import { memo, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { CallRow, Us } from '../../shared/call.ts';
import { Clock } from '../components/Clock.tsx';
import { FollowUpMark } from '../components/FollowUpMark.tsx';
import { Icon } from '../components/Icon.tsx';
import { OutcomeMark } from '../components/OutcomeMark.tsx';
import { PartyName } from '../components/PartyName.tsx';
import { useDuration } from '../format/useDuration.ts';
import { useFormats } from '../format/useFormats.ts';
import type { Column } from './columns.ts';

interface CallLineProps {
  readonly call: CallRow;
  /** Position in the grid, from 1, the header being the first. */
  readonly rowIndex: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
}

/** One call of the list. Clicks and keys are handled by the grid, which finds the call by `data-ref`. */
export const CallLine = memo(function CallLine({ call, rowIndex, isCurrent, isOpen }: CallLineProps) {
  const t = useTranslations('calls');
  const { time } = useFormats();
  const isLive = call.outcome === 'in-progress';
  return (
    <div
      role="row"
      className="line"
      data-ref={call.ref}
      data-live={isLive}
      aria-rowindex={rowIndex}
      aria-selected={isOpen}
      tabIndex={isCurrent ? 0 : -1}
    >
      <Cell column="outcome">
        <DirectionMark call={call} />
        <OutcomeMark call={call} />
      </Cell>
      <Cell column="party">
        <PartyName party={call.party} />
        {call.offers > 1 && (
          <span className="badge" title={t('offers', { count: call.offers })}>
            {t('times', { count: call.offers })}
          </span>
        )}
        {call.followUp === 'open' && <FollowUpMark />}
      </Cell>
      <Cell column="called">{call.called !== null && <bdi dir="ltr">{call.calledDisplay ?? call.called}</bdi>}</Cell>
      <Cell column="extension">{call.extension}</Cell>
      <Cell column="when">{time(call.startedAtUs)}</Cell>
      <Cell column="rang">
        <Length us={call.ringUs} since={isLive && call.answeredAtUs === null ? call.rangAtUs : null} />
      </Cell>
      <Cell column="talked">
        <Length us={call.talkUs} since={isLive ? call.answeredAtUs : null} />
      </Cell>
    </div>
  );
});

function Cell({ column, children }: { readonly column: Column; readonly children: ReactNode }) {
  return (
    <div role="gridcell" className={`cell cell-${column}`}>
      {children}
    </div>
  );
}

function DirectionMark({ call }: { readonly call: CallRow }) {
  const t = useTranslations('direction');
  return (
    <span className="direction" title={t(call.internal ? 'internal' : call.direction)}>
      <Icon name={call.direction} />
      <span className="unseen">{t(call.direction)} </span>
    </span>
  );
}

/** A length that is known, one that still grows, or none. */
function Length({ us, since }: { readonly us: Us | null; readonly since: Us | null }) {
  const t = useTranslations('calls');
  const duration = useDuration();
  if (since !== null) return <Clock sinceUs={since} />;
  return us === null ? <span className="none">{t('none')}</span> : duration(us);
}

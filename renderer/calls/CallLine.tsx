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

/** Tags that a line shows by name. */
const shownTags = 2;

interface CallLineProps {
  readonly call: CallRow;
  /** Position in the grid, from 1, the header being the first. */
  readonly rowIndex: number;
  readonly isCurrent: boolean;
  readonly isOpen: boolean;
  /** One of those that something can be done to at once. */
  readonly isChosen: boolean;
}

/** One call of the list. Clicks and keys are handled by the grid, which finds the call by `data-ref`. */
export const CallLine = memo(function CallLine(props: CallLineProps) {
  const { call, rowIndex, isCurrent, isOpen, isChosen } = props;
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
      aria-selected={isChosen}
      aria-current={isOpen ? 'true' : undefined}
      tabIndex={isCurrent ? 0 : -1}
    >
      <Cell column="outcome">
        {!isLive && <Tick isChosen={isChosen} />}
        <DirectionMark call={call} />
        <OutcomeMark call={call} />
      </Cell>
      <Cell column="party">
        <PartyName party={call.party} hasCompany />
        {call.offers > 1 && (
          <span className="badge" title={t('offers', { count: call.offers })}>
            {t('times', { count: call.offers })}
          </span>
        )}
        {call.followUp === 'open' && <FollowUpMark />}
        <NoteMark hasNote={call.hasNote} />
        <TagMarks tags={call.tags} />
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

/** Chooses the call by a click; by keyboard it is `x`, and the row itself says whether it is chosen. */
function Tick({ isChosen }: { readonly isChosen: boolean }) {
  return (
    <span className="tick" aria-hidden="true">
      <span>{isChosen && <Icon name="check" />}</span>
    </span>
  );
}

function NoteMark({ hasNote }: { readonly hasNote: boolean }) {
  const t = useTranslations('calls');
  if (!hasNote) return null;
  return (
    <span className="mark" title={t('hasNote')}>
      <Icon name="note" />
      <span className="unseen">{t('hasNote')}</span>
    </span>
  );
}

/** The tags by name where there is room, else a shape that stands for all of them. */
function TagMarks({ tags }: { readonly tags: CallRow['tags'] }) {
  const t = useTranslations('calls');
  if (tags.length === 0) return null;
  const all = tags.join(', ');
  return (
    <span className="tag-marks" title={all}>
      <span className="unseen">{t('tags', { tags: all })}</span>
      <span className="mark" aria-hidden="true">
        <Icon name="tag" />
      </span>
      <span className="tag-names" aria-hidden="true">
        {tags.slice(0, shownTags).map((tag) => (
          <bdi key={tag} className="badge">
            {tag}
          </bdi>
        ))}
        {tags.length > shownTags && <span className="badge">{t('moreTags', { count: tags.length - shownTags })}</span>}
      </span>
    </span>
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

import { useRef, useState } from 'react';

import type { SettingsView } from '../../shared/settings.ts';
import type { Status } from '../../shared/status.ts';
import { Failure } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { AnswerCard } from '../reach/AnswerCard.tsx';
import { WayChooser } from '../reach/WayChooser.tsx';

interface ReachStepProps {
  readonly view: SettingsView;
  readonly status: Status;
}

/** The answer of the connection, and the ways while there is something to choose. */
export function ReachStep({ view, status }: ReachStepProps) {
  const { data: reach, error, refetch } = useReading('reach.get', undefined);
  const way = useRef<HTMLDivElement>(null);
  const [isAsked, setAsked] = useState(false);
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (reach === undefined) return null;

  function showWay() {
    setAsked(true);
    way.current?.scrollIntoView({ block: 'start' });
    way.current?.querySelector('input')?.focus({ preventScroll: true });
  }
  const isUp = reach.state.kind === 'up';
  return (
    <>
      {reach.state.kind !== 'off' && (
        <AnswerCard reach={reach} status={status} way={view.settings.reach.kind} onShowWay={showWay} isCompact />
      )}
      <div ref={way}>{(!isUp || isAsked) && <WayChooser reach={reach} view={view} />}</div>
    </>
  );
}

import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { CallDetail } from '../../shared/call.ts';
import type { Neighbours } from '../../shared/callFilter.ts';
import { Failure } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { hrefOf, type ListRoute } from '../route/route.ts';
import { navigate } from '../route/useRoute.ts';
import { CallHeader } from './CallHeader.tsx';
import { CallNote } from './CallNote.tsx';
import { CallSteps } from './CallSteps.tsx';
import { CallTags } from './CallTags.tsx';
import { Facts } from './Facts.tsx';
import { FollowUpState } from './FollowUpState.tsx';
import { HeldBack } from './HeldBack.tsx';
import { Legs } from './Legs.tsx';
import { OtherCalls } from './OtherCalls.tsx';
import { RawEvents } from './RawEvents.tsx';
import { RemoveCall } from './RemoveCall.tsx';
import { Transfers } from './Transfers.tsx';

interface CallPanelProps {
  readonly callRef: string;
  /** The list that it was opened from. */
  readonly list: ListRoute;
  /** The calls before and after it in that list. */
  readonly neighbours?: Neighbours | undefined;
  /** The keyboard goes into its note. */
  readonly isNoting: boolean;
}

/** One call in full. */
export function CallPanel({ callRef, list, neighbours, isNoting }: CallPanelProps) {
  const t = useTranslations('call');
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    // Unless something in it has been quicker.
    if (panel.current?.contains(document.activeElement) === false) panel.current.focus({ preventScroll: true });
  }, []);
  const backOnEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) navigate(list);
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => backOnEscape(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return (
    <section className="panel" aria-label={t('title')} ref={panel} tabIndex={-1}>
      <header className="panel-head">
        <a className="back" href={hrefOf(list)}>
          <Icon name="back" />
          {t(`back.${list.kind}`)}
        </a>
        {neighbours && <CallSteps list={list} neighbours={neighbours} />}
      </header>
      <Body callRef={callRef} list={list} isNoting={isNoting} />
    </section>
  );
}

function Body({ callRef, list, isNoting }: CallPanelProps) {
  const t = useTranslations('call');
  const { data, error, refetch } = useReading('calls.get', callRef);
  if (data) return <Detail detail={data} list={list} isNoting={isNoting} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <div className="empty">
      <h2>{t('unknown')}</h2>
      <p>{t('unknownHint')}</p>
    </div>
  );
}

interface DetailProps extends Pick<CallPanelProps, 'list' | 'isNoting'> {
  readonly detail: CallDetail;
}

function Detail({ detail, list, isNoting }: DetailProps) {
  return (
    <article className="call">
      <CallHeader call={detail.call} why={detail.why} />
      <FollowUpState detail={detail} />
      <HeldBack heldBack={detail.heldBack} />
      <Transfers detail={detail} />
      <CallNote detail={detail} list={list} isNoting={isNoting} />
      <CallTags call={detail.call} />
      <Legs call={detail.call} legs={detail.legs} />
      <Facts detail={detail} />
      <OtherCalls call={detail.call} />
      <RawEvents events={detail.events} />
      <RemoveCall call={detail.call} list={list} />
    </article>
  );
}

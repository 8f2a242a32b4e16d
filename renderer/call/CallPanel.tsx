import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { CallDetail } from '../../shared/call.ts';
import { Failure } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { hrefOf } from '../route/route.ts';
import { navigate } from '../route/useRoute.ts';
import { CallHeader } from './CallHeader.tsx';
import { Facts } from './Facts.tsx';
import { FollowUpState } from './FollowUpState.tsx';
import { Legs } from './Legs.tsx';
import { RawEvents } from './RawEvents.tsx';
import { Transfers } from './Transfers.tsx';

interface CallPanelProps {
  readonly callRef: string;
  /** The list that it was opened from. */
  readonly list: 'calls' | 'follow-ups';
}

/** One call in full. */
export function CallPanel({ callRef, list }: CallPanelProps) {
  const t = useTranslations('call');
  const panel = useRef<HTMLElement>(null);

  useEffect(() => panel.current?.focus({ preventScroll: true }), []);
  useEffect(() => {
    function backOnEscape(event: KeyboardEvent) {
      if (event.key === 'Escape' && !event.defaultPrevented) navigate({ kind: list });
    }
    window.addEventListener('keydown', backOnEscape);
    return () => window.removeEventListener('keydown', backOnEscape);
  }, [list]);

  return (
    <section className="panel" aria-label={t('title')} ref={panel} tabIndex={-1}>
      <a className="back" href={hrefOf({ kind: list })}>
        <Icon name="back" />
        {t(`back.${list}`)}
      </a>
      <Body callRef={callRef} />
    </section>
  );
}

function Body({ callRef }: { readonly callRef: string }) {
  const t = useTranslations('call');
  const { data, error, refetch } = useReading('calls.get', callRef);
  if (data) return <Detail detail={data} />;
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (data === undefined) return null;
  return (
    <div className="empty">
      <h2>{t('unknown')}</h2>
      <p>{t('unknownHint')}</p>
    </div>
  );
}

function Detail({ detail }: { readonly detail: CallDetail }) {
  return (
    <article className="call">
      <CallHeader call={detail.call} why={detail.why} />
      <FollowUpState detail={detail} />
      <Transfers detail={detail} />
      <Legs call={detail.call} legs={detail.legs} />
      <Facts call={detail.call} refs={detail.refs} />
      <RawEvents events={detail.events} />
    </article>
  );
}

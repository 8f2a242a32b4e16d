import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { Clock } from '../components/Clock.tsx';
import { Icon } from '../components/Icon.tsx';
import { PartyName } from '../components/PartyName.tsx';
import { hrefOf } from '../route/route.ts';
import { useDismiss } from './useDismiss.ts';

/** The call I am in, slim enough to stay. */
export function InCallCard({ call }: { readonly call: CallRow }) {
  const t = useTranslations('pop');
  const dismiss = useDismiss(call.ref);
  return (
    <article className="pop pop-slim" aria-label={t('inCall')}>
      <a className="pop-party" href={hrefOf({ kind: 'call', ref: call.ref })}>
        <PartyName party={call.party} />
      </a>
      <Clock sinceUs={call.answeredAtUs ?? call.startedAtUs} />
      <button type="button" className="button bare" aria-label={t('dismiss')} title={t('dismiss')} onClick={dismiss}>
        <Icon name="cross" />
      </button>
    </article>
  );
}

import { useLocale, useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { Clock } from '../components/Clock.tsx';
import { CopyButton } from '../components/CopyButton.tsx';
import { Icon } from '../components/Icon.tsx';
import { PartyName } from '../components/PartyName.tsx';
import { countryName } from '../format/country.ts';
import { hrefOf } from '../route/route.ts';
import { useDismiss } from './useDismiss.ts';

/** Who is ringing. */
export function IncomingCard({ call }: { readonly call: CallRow }) {
  const t = useTranslations('pop');
  const dismiss = useDismiss(call.ref);
  return (
    <div className="pop" role="alert" aria-label={t('incoming')}>
      <p className="pop-top">
        <span className="pop-mark">
          <Icon name="calls" />
        </span>
        <span>{t('incoming')}</span>
        <Clock sinceUs={call.rangAtUs ?? call.startedAtUs} words={(duration) => t('ringing', { duration })} />
      </p>
      <p className="pop-party">
        <PartyName party={call.party} />
      </p>
      <PopFacts call={call} />
      <div className="pop-actions">
        <a className="button primary" href={hrefOf({ kind: 'call', ref: call.ref })}>
          {t('open')}
        </a>
        {call.party.number !== null && <CopyButton text={call.party.e164 ?? call.party.number} label="number" />}
        <button type="button" className="button" onClick={dismiss}>
          {t('dismiss')}
        </button>
      </div>
    </div>
  );
}

function PopFacts({ call }: { readonly call: CallRow }) {
  const t = useTranslations('pop');
  const language = useLocale();
  const country = call.party.country === null ? null : countryName(call.party.country, language);
  const called = call.calledDisplay ?? call.called;
  return (
    <p className="pop-facts">
      {country !== null && <span>{country}</span>}
      {called !== null && called !== call.extension && (
        <span>
          {t('called')} <bdi dir="ltr">{called}</bdi>
        </span>
      )}
      <span>{t('extension', { extension: call.extension })}</span>
    </p>
  );
}

import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { Icon } from '../components/Icon.tsx';
import { OutcomeMark } from '../components/OutcomeMark.tsx';
import { useDuration } from '../format/useDuration.ts';
import { useWhen } from '../format/useWhen.ts';
import { hrefOf } from '../route/route.ts';

/** Their newest calls. */
export function ContactCalls({ calls }: { readonly calls: readonly CallRow[] }) {
  const t = useTranslations('contact');
  return (
    <section className="call-part">
      <h2>{t('calls')}</h2>
      {calls.length === 0 ? (
        <p className="quiet">{t('noCalls')}</p>
      ) : (
        <ul className="contact-calls">
          {calls.map((call) => (
            <Line key={call.ref} call={call} />
          ))}
        </ul>
      )}
    </section>
  );
}

function Line({ call }: { readonly call: CallRow }) {
  const t = useTranslations('direction');
  const when = useWhen();
  const duration = useDuration();
  return (
    <li>
      <a href={hrefOf({ kind: 'call', ref: call.ref })}>
        <span className="direction" title={t(call.direction)}>
          <Icon name={call.direction} />
          <span className="unseen">{t(call.direction)} </span>
        </span>
        <OutcomeMark call={call} />
        <span className="contact-call-when">{when(call.startedAtUs)}</span>
        <span className="contact-call-talked">{call.talkUs !== null && duration(call.talkUs)}</span>
      </a>
    </li>
  );
}

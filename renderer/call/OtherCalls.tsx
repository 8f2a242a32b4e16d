import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { everyCall } from '../../shared/callFilter.ts';
import { OutcomeMark } from '../components/OutcomeMark.tsx';
import { useReading } from '../data/queries.ts';
import { pageQuery } from '../data/range.ts';
import { useDuration } from '../format/useDuration.ts';
import { useWhen } from '../format/useWhen.ts';
import { wholeLog } from '../route/logFilter.ts';
import { hrefOf } from '../route/route.ts';

/** How many of them show here. */
const most = 10;

/** What else there was with this person, the newest calls, and the way to all of them. */
export function OtherCalls({ call }: { readonly call: CallRow }) {
  const t = useTranslations('call.others');
  const isKnown = call.party.number !== null || call.party.hidden;
  const query = pageQuery({ ...everyCall, sameAs: call.ref }, null, most + 1);
  const { data } = useReading('calls.page', query, { isWanted: isKnown });
  const others = data?.calls.filter(({ ref }) => ref !== call.ref).slice(0, most) ?? [];
  if (others.length === 0) return null;
  const filter = { ...wholeLog, person: call.ref };
  return (
    <section className="call-part">
      <h2>{t('title')}</h2>
      <ul className="other-calls">
        {others.map((other) => (
          <OtherCall key={other.ref} call={other} />
        ))}
      </ul>
      <a className="other-all" href={hrefOf({ kind: 'calls', filter })}>
        {t('all')}
      </a>
    </section>
  );
}

function OtherCall({ call }: { readonly call: CallRow }) {
  const direction = useTranslations('direction');
  const when = useWhen();
  const duration = useDuration();
  return (
    <li>
      <a href={hrefOf({ kind: 'call', ref: call.ref })}>
        <span className="unseen">{direction(call.direction)} </span>
        <OutcomeMark call={call} />
        <span className="other-talked">{call.talkUs !== null && duration(call.talkUs)}</span>
        <span className="other-when">{when(call.startedAtUs)}</span>
      </a>
    </li>
  );
}

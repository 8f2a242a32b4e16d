import { useMessages, useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import type { Why } from '../../shared/why.ts';
import { whySentence } from '../../shared/words/whySentence.ts';
import { Clock } from '../components/Clock.tsx';
import { OutcomeMark } from '../components/OutcomeMark.tsx';
import { PartyName } from '../components/PartyName.tsx';
import { useDay } from '../format/useDay.ts';
import { useDuration } from '../format/useDuration.ts';
import { useFormats } from '../format/useFormats.ts';
import { midnightOf } from '../time/ticker.ts';
import { CallDeeds } from './CallDeeds.tsx';

/** Who, how it went and why, and one line of when and how long. */
export function CallHeader({ call, why }: { readonly call: CallRow; readonly why: Why }) {
  const { why: sentences } = useMessages();
  const t = useTranslations();
  const duration = useDuration();
  const dayOf = useDay();
  const { time } = useFormats();
  const isLive = call.outcome === 'in-progress';
  const ringsSince = isLive && call.answeredAtUs === null ? call.rangAtUs : null;
  const talksSince = isLive ? call.answeredAtUs : null;
  return (
    <header className="call-header">
      <h1>
        <PartyName party={call.party} hasCompany />
      </h1>
      <OutcomeMark call={call} />
      <p className="call-why">{whySentence(why, sentences, duration)}</p>
      <p className="call-when">
        <span>
          {dayOf(midnightOf(call.startedAtUs / 1000))}, {time(call.startedAtUs)}
        </span>
        {call.ringUs !== null && <span>{t('call.rang', { duration: duration(call.ringUs) })}</span>}
        {call.talkUs !== null && <span>{t('call.talked', { duration: duration(call.talkUs) })}</span>}
        {ringsSince !== null && <Clock sinceUs={ringsSince} words={(text) => t('call.rang', { duration: text })} />}
        {talksSince !== null && <Clock sinceUs={talksSince} words={(text) => t('call.talked', { duration: text })} />}
      </p>
      <CallDeeds call={call} />
    </header>
  );
}

import { useLocale, useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import type { CallerFacts, Pop } from '../../shared/pop.ts';
import { Icon } from '../components/Icon.tsx';
import { TimeThere } from '../components/TimeThere.tsx';
import { useReading } from '../data/queries.ts';
import { countryName } from '../format/country.ts';
import { useAge } from '../format/useAge.ts';
import { useRoughDuration } from '../format/useRoughDuration.ts';
import { useWhen } from '../format/useWhen.ts';

/** What to know of a caller before picking up; what is not known takes no room. */
export function CallerLines({ pop: { call, caller } }: { readonly pop: Pop }) {
  return (
    <>
      <p className="pop-facts">
        <Country code={call.party.country} />
        <TimeThere timeZone={caller.timeZone} />
        <Called call={call} />
      </p>
      <Waiting sinceUs={caller.followUpSinceUs} />
      <p className="pop-facts">
        <LastTalk lastTalk={caller.lastTalk} />
        <CallsToday count={caller.callsToday} />
      </p>
      <LastNote text={caller.lastNote} />
    </>
  );
}

function Country({ code }: { readonly code: string | null }) {
  const language = useLocale();
  const name = code === null ? null : countryName(code, language);
  return name === null ? null : <span>{name}</span>;
}

/** The number they dialled; my extension where that is all that is known, or where I have several. */
function Called({ call: { called, calledDisplay, extension } }: { readonly call: CallRow }) {
  const t = useTranslations('pop');
  const { data: view } = useReading('settings.get', undefined);
  const hasNumber = called !== null && called !== extension;
  const hasSeveral = (view?.settings.extensions.length ?? 0) > 1;
  return (
    <>
      {hasNumber && (
        <span>
          {t('called')} <bdi dir="ltr">{calledDisplay ?? called}</bdi>
        </span>
      )}
      {(!hasNumber || hasSeveral) && <span>{t('extension', { extension })}</span>}
    </>
  );
}

function Waiting({ sinceUs }: { readonly sinceUs: CallerFacts['followUpSinceUs'] }) {
  const t = useTranslations('pop');
  const when = useWhen();
  if (sinceUs === null) return null;
  return (
    <p className="pop-waiting">
      <Icon name="follow-ups" />
      {t('waiting', { when: when(sinceUs) })}
    </p>
  );
}

function LastTalk({ lastTalk }: { readonly lastTalk: CallerFacts['lastTalk'] }) {
  const t = useTranslations('pop');
  const age = useAge();
  const duration = useRoughDuration();
  if (lastTalk === null) return null;
  const { atUs, talkUs, by } = lastTalk;
  const ago = age(atUs);
  if (by !== null) return <span>{t('spokeWith', { extension: by, ago })}</span>;
  return <span>{talkUs === null ? t('spoke', { ago }) : t('spokeFor', { ago, duration: duration(talkUs) })}</span>;
}

function CallsToday({ count }: { readonly count: number }) {
  const t = useTranslations('pop');
  return count > 1 ? <span>{t('callsToday', { count })}</span> : null;
}

function LastNote({ text }: { readonly text: string | null }) {
  if (text === null) return null;
  return (
    <p className="pop-last-note" title={text}>
      <Icon name="note" />
      <bdi dir="auto">{text}</bdi>
    </p>
  );
}

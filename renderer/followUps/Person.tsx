import { useLocale, useTranslations } from 'use-intl';

import type { FollowUp } from '../../shared/call.ts';
import { PartyName } from '../components/PartyName.tsx';
import { TimeThere } from '../components/TimeThere.tsx';
import { countryName } from '../format/country.ts';
import { useAge } from '../format/useAge.ts';
import { useWhen } from '../format/useWhen.ts';
import { hrefOf } from '../route/route.ts';
import { PersonDeeds, type PersonDeedsProps } from './PersonDeeds.tsx';

interface PersonProps extends PersonDeedsProps {
  readonly isOpen: boolean;
}

/** Somebody to call back, how they tried, and what to do about it. Keys are handled by the list. */
export function Person({ isOpen, ...deeds }: PersonProps) {
  const t = useTranslations('snooze');
  const when = useWhen();
  const { party, calls, sinceUs, timeZone, snoozedUntilUs } = deeds.person;
  const [newest] = calls;
  if (newest === undefined) return null;
  return (
    <li className="person" data-open={isOpen}>
      <div className="person-words">
        <p className="person-name">
          <a href={hrefOf({ kind: 'follow-up', ref: newest.ref })} aria-current={isOpen ? 'true' : undefined}>
            <PartyName party={party} hasCompany />
          </a>
          <GroupMark calls={calls} />
        </p>
        <p className="person-facts">
          {snoozedUntilUs !== null && (
            <span className="person-tried">{t('until', { when: when(snoozedUntilUs) })}</span>
          )}
          <Tried times={calls.length} sinceUs={sinceUs} lastUs={newest.startedAtUs} />
          <TimeThere timeZone={timeZone} />
          <Country code={party.country} />
          <Dialled calls={calls} />
        </p>
      </div>
      <PersonDeeds {...deeds} />
    </li>
  );
}

function GroupMark({ calls }: { readonly calls: FollowUp['calls'] }) {
  const t = useTranslations('followUps');
  if (!calls.some((call) => call.group)) return null;
  return (
    <span className="badge" title={t('groupHint')}>
      {t('group')}
    </span>
  );
}

interface TriedProps {
  readonly times: number;
  readonly sinceUs: number;
  readonly lastUs: number;
}

function Tried({ times, sinceUs, lastUs }: TriedProps) {
  const t = useTranslations('followUps');
  const age = useAge();
  const when = useWhen();
  return <span className="person-tried">{t('tried', { count: times, ago: age(sinceUs), last: when(lastUs) })}</span>;
}

function Country({ code }: { readonly code: string | null }) {
  const language = useLocale();
  const name = code === null ? null : countryName(code, language);
  return name === null ? null : <span>{name}</span>;
}

/** The numbers they dialled, and those of my extensions that rang. */
function Dialled({ calls }: { readonly calls: FollowUp['calls'] }) {
  const t = useTranslations('pop');
  const extensions = new Set(calls.map((call) => call.extension));
  const dialled = new Set(calls.map((call) => call.calledDisplay ?? call.called ?? call.extension));
  const numbers = [...dialled].filter((number) => !extensions.has(number));
  return (
    <>
      {numbers.length > 0 && (
        <span>
          {t('called')} <bdi dir="ltr">{numbers.join(', ')}</bdi>
        </span>
      )}
      <span>{t('extension', { extension: [...extensions].join(', ') })}</span>
    </>
  );
}

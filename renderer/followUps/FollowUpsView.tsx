import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { FollowUp, Us } from '../../shared/call.ts';
import type { Neighbours } from '../../shared/callFilter.ts';
import { BesideCall } from '../call/BesideCall.tsx';
import { Failure, useFailureText } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { canCall } from '../deeds/canCall.ts';
import { useDeed } from '../deeds/useDeed.ts';
import { useFailureToast } from '../toast/useFailureToast.ts';
import { NoFollowUps } from './NoFollowUps.tsx';
import { PeopleList } from './PeopleList.tsx';
import { personKey } from './personKey.ts';
import { type Done, useDoneToast } from './useDoneToast.ts';
import { usePeopleKeys } from './usePeopleKeys.ts';
import { useSettle } from './useSettle.ts';
import { useSnooze } from './useSnooze.ts';

/** Whoever has to be called back, by person. */
export function FollowUpsView({ open }: { readonly open: string | null }) {
  const t = useTranslations('followUps');
  const { data: people, error, refetch } = useReading('followUps.list', undefined);
  return (
    <BesideCall
      title={t('title')}
      list={{ kind: 'follow-ups' }}
      open={open}
      neighbours={neighboursIn(people ?? [], open)}
    >
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {people && <People everybody={people} open={open} />}
      {!people && !error && <p className="reading">{t('reading')}</p>}
    </BesideCall>
  );
}

function People({ everybody, open }: { readonly everybody: readonly FollowUp[]; readonly open: string | null }) {
  const t = useTranslations('followUps');
  const failureText = useFailureText();
  const refuse = useFailureToast();
  const { settle, reopen } = useSettle({ onSettled: (one) => tell({ kind: 'settled', ...one }), onError: refuse });
  const snooze = useSnooze({ onSnoozed: (one) => tell({ kind: 'snoozed', ...one }), onError: refuse });
  const wake = useSnooze();
  const tell = useDoneToast(takeBack);
  const callBack = useDeed('calls.callBack');
  /** Who is asked about until when they may wait, by the ref of their oldest call. */
  const [asking, setAsking] = useState<string | null>(null);

  const waiting = everybody.filter((person) => person.snoozedUntilUs === null);
  const snoozed = everybody
    .filter((person) => person.snoozedUntilUs !== null)
    .toSorted((one, other) => (one.snoozedUntilUs ?? 0) - (other.snoozedUntilUs ?? 0));

  function settlePerson(person: FollowUp, reason: string | null = null) {
    goOnAfter(person);
    settle({ party: person.party, refs: refsOf(person), reason });
  }
  function snoozePerson(person: FollowUp, untilUs: Us | null) {
    goOnAfter(person);
    setAsking(null);
    snooze.mutate({ party: person.party, refs: refsOf(person), untilUs, beforeUs: person.snoozedUntilUs });
  }
  function takeBack(done: Done): Promise<unknown> {
    comeBackTo(done);
    return done.kind === 'settled' ? reopen(done.refs) : wake.mutateAsync({ ...done, untilUs: done.beforeUs });
  }
  const { area, onKeyDown, goOnAfter, comeBackTo } = usePeopleKeys({
    people: [...waiting, ...snoozed],
    open,
    settle: settlePerson,
    snooze: (person) => (person.snoozedUntilUs === null ? setAsking(personKey(person)) : snoozePerson(person, null)),
    callBack: ({ party, calls: [newest] }) => newest && canCall(party) && callBack.run(newest.ref),
  });
  const deeds = { asking, onAsk: setAsking, onSettle: settlePerson, onSnooze: snoozePerson };

  return (
    <div className="people-area" ref={area} role="presentation" onKeyDown={onKeyDown}>
      {callBack.error && (
        <p className="field-refusal grid-refusal" role="alert">
          {failureText(callBack.error)}
        </p>
      )}
      <div className="people-scroll">
        {waiting.length === 0 && <NoFollowUps />}
        {waiting.length > 0 && <p className="people-hint">{t('hint')}</p>}
        <PeopleList people={waiting} name={t('title')} open={open} deeds={deeds} />
        {snoozed.length > 0 && <h2 className="people-later">{t('later')}</h2>}
        <PeopleList people={snoozed} name={t('later')} open={open} deeds={deeds} />
      </div>
    </div>
  );
}

function refsOf(person: FollowUp): readonly string[] {
  return person.calls.map((call) => call.ref);
}

/** The newest calls of the people before and after; of somebody who is done with, of whoever waits longest. */
function neighboursIn(people: readonly FollowUp[], open: string | null): Neighbours {
  const index = people.findIndex(({ calls }) => calls.some(({ ref }) => ref === open));
  const newestOf = (at: number) => people[at]?.calls[0]?.ref ?? null;
  return { newer: newestOf(index - 1), older: newestOf(index + 1) };
}

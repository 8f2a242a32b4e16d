import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { FollowUp, Us } from '../../shared/call.ts';
import { BesideCall } from '../call/BesideCall.tsx';
import { Failure, useFailureText } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { canCall } from '../deeds/canCall.ts';
import { useDeed } from '../deeds/useDeed.ts';
import { DoneNotice, type Done } from './DoneNotice.tsx';
import { NoFollowUps } from './NoFollowUps.tsx';
import { PeopleList } from './PeopleList.tsx';
import { personKey } from './personKey.ts';
import { usePeopleKeys } from './usePeopleKeys.ts';
import { useSettle } from './useSettle.ts';
import { useSnooze } from './useSnooze.ts';

/** Whoever has to be called back, by person. */
export function FollowUpsView({ open }: { readonly open: string | null }) {
  const t = useTranslations('followUps');
  const { data: people, error, refetch } = useReading('followUps.list', undefined);
  return (
    <BesideCall title={t('title')} list={{ kind: 'follow-ups' }} open={open}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {people && <People everybody={people} open={open} />}
      {!people && !error && <p className="reading">{t('reading')}</p>}
    </BesideCall>
  );
}

function People({ everybody, open }: { readonly everybody: readonly FollowUp[]; readonly open: string | null }) {
  const t = useTranslations('followUps');
  const failureText = useFailureText();
  /** What can be taken back, the latest last. */
  const [done, setDone] = useState<readonly Done[]>([]);
  const { settle, reopen, error } = useSettle((one) => setDone((before) => [...before, { kind: 'settled', ...one }]));
  const snooze = useSnooze((one) => setDone((before) => [...before, { kind: 'snoozed', ...one }]));
  const wake = useSnooze();
  const callBack = useDeed('calls.callBack');
  /** Who is asked about until when they may wait, by the ref of their oldest call. */
  const [asking, setAsking] = useState<string | null>(null);
  const last = done.at(-1) ?? null;

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
  function undo() {
    if (last === null) return;
    comeBackTo(last);
    if (last.kind === 'settled') reopen(last.refs);
    else wake.mutate({ ...last, untilUs: last.beforeUs });
    setDone(done.slice(0, -1));
  }
  const { area, onKeyDown, goOnAfter, comeBackTo } = usePeopleKeys({
    people: [...waiting, ...snoozed],
    open,
    settle: settlePerson,
    snooze: (person) => (person.snoozedUntilUs === null ? setAsking(personKey(person)) : snoozePerson(person, null)),
    callBack: ({ party, calls: [newest] }) => newest && canCall(party) && callBack.run(newest.ref),
    undo,
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
      <DoneNotice last={last} error={error ?? snooze.error ?? wake.error} onUndo={undo} onDismiss={() => setDone([])} />
    </div>
  );
}

function refsOf(person: FollowUp): readonly string[] {
  return person.calls.map((call) => call.ref);
}

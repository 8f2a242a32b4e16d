import { useState, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { FollowUp } from '../../shared/call.ts';
import { BesideCall } from '../call/BesideCall.tsx';
import { Failure } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { NoFollowUps } from './NoFollowUps.tsx';
import { Person } from './Person.tsx';
import { SettledNotice } from './SettledNotice.tsx';
import { usePeopleKeys } from './usePeopleKeys.ts';
import { useSettle, type Settling } from './useSettle.ts';

/** Whoever has to be called back, by person. */
export function FollowUpsView({ open }: { readonly open: string | null }) {
  const t = useTranslations('followUps');
  const { data: people, error, refetch } = useReading('followUps.list', undefined);
  return (
    <BesideCall title={t('title')} list="follow-ups" open={open}>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {people && <People people={people} open={open} />}
      {!people && !error && <p className="reading">{t('reading')}</p>}
    </BesideCall>
  );
}

function People({ people, open }: { readonly people: readonly FollowUp[]; readonly open: string | null }) {
  const t = useTranslations('followUps');
  /** What can be taken back, the latest last. */
  const [done, setDone] = useState<readonly Settling[]>([]);
  const { settle, reopen, error } = useSettle((one) => setDone((before) => [...before, one]));
  const last = done.at(-1) ?? null;

  function settlePerson(person: FollowUp, reason: string | null = null) {
    goOnAfter(person);
    settle({ party: person.party, refs: person.calls.map((call) => call.ref), reason });
  }
  function undo() {
    if (last === null) return;
    comeBackTo(last.refs);
    reopen(last.refs);
    setDone(done.slice(0, -1));
  }
  const { area, onKeyDown, goOnAfter, comeBackTo } = usePeopleKeys({ people, open, settle: settlePerson, undo });

  return (
    <div className="people-area" ref={area} role="presentation" onKeyDown={onKeyDown}>
      <div className="people-scroll">
        {people.length === 0 ? (
          <NoFollowUps />
        ) : (
          <>
            <p className="people-hint">{t('hint')}</p>
            <ul className="people" aria-label={t('title')}>
              {people.map((person) => (
                <Person
                  key={person.calls.at(-1)?.ref}
                  person={person}
                  isOpen={person.calls.some((call) => call.ref === open)}
                  onSettle={(reason) => settlePerson(person, reason)}
                />
              ))}
            </ul>
            <p className="people-keys">{t.rich('keys', { key: keyCap })}</p>
          </>
        )}
      </div>
      <SettledNotice last={last} error={error} onUndo={undo} onDismiss={() => setDone([])} />
    </div>
  );
}

function keyCap(name: ReactNode) {
  return <kbd>{name}</kbd>;
}

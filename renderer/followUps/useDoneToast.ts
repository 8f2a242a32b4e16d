import { useRef } from 'react';
import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import { usePartyText } from '../components/PartyName.tsx';
import { useWhen } from '../format/useWhen.ts';
import { useToast } from '../toast/useToast.ts';
import type { Settling } from './useSettle.ts';
import type { Snoozing } from './useSnooze.ts';

/** What was done about somebody and can be taken back. */
export type Done = ({ readonly kind: 'settled' } & Settling) | ({ readonly kind: 'snoozed' } & Snoozing);

/** Says what was done about somebody. Who takes it back is offered what was done before, one after the other. */
export function useDoneToast(takeBack: (done: Done) => Promise<unknown>): (done: Done) => void {
  const tell = useToast();
  const wordsOf = useDoneWords();
  /** What can be taken back, the latest last. */
  const dones = useRef<readonly Done[]>([]);

  function tellLast() {
    const last = dones.current.at(-1);
    if (last === undefined) return;
    tell({
      message: wordsOf(last),
      undo() {
        dones.current = dones.current.slice(0, -1);
        tellLast();
        return takeBack(last);
      },
    });
  }
  return (done) => {
    dones.current = [...dones.current, done];
    tellLast();
  };
}

function useDoneWords(): (done: Done) => string {
  const t = useTranslations();
  const partyText = usePartyText();
  const when = useWhen();
  return (done) => {
    const party = partyText(done.party);
    switch (done.kind) {
      case 'settled':
        return done.reason === null
          ? t('followUps.settled', { party })
          : t('followUps.settledWithReason', { party, reason: done.reason });
      case 'snoozed':
        return done.untilUs === null
          ? t('snooze.woken', { party })
          : t('snooze.snoozed', { party, when: when(done.untilUs) });
      default:
        return assertNever(done);
    }
  };
}

import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { CallDetail, CallRow, Settlement } from '../../shared/call.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { SettleButtons } from '../followUps/SettleButtons.tsx';
import { useSettle } from '../followUps/useSettle.ts';
import { useAtTime } from '../format/useAtTime.ts';
import { hrefOf } from '../route/route.ts';

/** Whether somebody still has to be called back because of this call, or what settled that. */
export function FollowUpState({ detail: { call, settlement } }: { readonly detail: CallDetail }) {
  return call.followUp === 'none' ? null : <State call={call} settlement={settlement} />;
}

function State({ call, settlement }: { readonly call: CallRow; readonly settlement: Settlement | null }) {
  const t = useTranslations();
  const failureText = useFailureText();
  const refs = useOpenRefs(call);
  const { settle, reopen, error } = useSettle();
  const box = useRef<HTMLElement>(null);
  const isOpen = call.followUp === 'open';

  const wasOpen = useRef(isOpen);
  useEffect(() => {
    if (wasOpen.current === isOpen) return;
    wasOpen.current = isOpen;
    // The button that was pressed is gone, and with it the place of the keyboard.
    if (document.activeElement === document.body) box.current?.focus({ preventScroll: true });
  }, [isOpen]);

  return (
    <section className="call-note" data-open={isOpen} aria-label={t('call.followUp.title')} ref={box} tabIndex={-1}>
      <Icon name={isOpen ? 'follow-ups' : 'check'} />
      <output>{isOpen ? t('call.followUp.open') : settlement && <Settled settlement={settlement} />}</output>
      {isOpen && <SettleButtons onSettle={(reason) => settle({ party: call.party, refs, reason })} />}
      {settlement?.kind === 'by-hand' && (
        <button type="button" className="button" onClick={() => void reopen([call.ref]).catch(() => undefined)}>
          <Icon name="undo" />
          {t('call.followUp.reopen')}
        </button>
      )}
      {error && (
        <p className="field-refusal" role="alert">
          {t('errors.change')}: {failureText(error)}
        </p>
      )}
    </section>
  );
}

/** This call and whatever else the same person tried: who settles one of them is done with the person. */
function useOpenRefs(call: CallRow): readonly string[] {
  const { data: people = [] } = useReading('followUps.list', undefined);
  const person = people.find(({ calls }) => calls.some(({ ref }) => ref === call.ref));
  return person ? person.calls.map(({ ref }) => ref) : [call.ref];
}

function Settled({ settlement }: { readonly settlement: Settlement }) {
  const t = useTranslations('call.followUp');
  const when = useAtTime()(settlement.atUs);
  switch (settlement.kind) {
    case 'me':
      return t.rich('me', {
        when,
        call: (words: ReactNode) => <a href={hrefOf({ kind: 'call', ref: settlement.ref })}>{words}</a>,
      });
    case 'colleague':
      return settlement.extension === null
        ? t('somebody', { when })
        : t('colleague', { extension: settlement.extension, when });
    case 'by-hand':
      return settlement.reason === null
        ? t('byHand', { when })
        : t('byHandWithReason', { when, reason: settlement.reason });
    default:
      return assertNever(settlement);
  }
}

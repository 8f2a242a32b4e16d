import { useRef } from 'react';
import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import { wasMine, type Pop } from '../../shared/pop.ts';
import { useHost } from '../bridge/host.ts';
import { CallBackButton } from '../deeds/CallBackButton.tsx';
import { canCall } from '../deeds/canCall.ts';
import { useEscapeIn } from '../keys/useEscapeIn.ts';
import { NoteField } from '../notes/NoteField.tsx';
import { EndedHead } from './EndedHead.tsx';
import { InCallHead } from './InCallHead.tsx';
import { NoteLink } from './NoteLink.tsx';
import { RingingHead } from './RingingHead.tsx';
import { usePopDeeds } from './usePopDeeds.ts';

interface CardProps {
  readonly pop: Pop;
  /** The newest call that rings: it alone tells everything. */
  readonly isFront: boolean;
}

/**
 * One call, from its first ring until a few seconds after its end. The field for the note outlives the change between. Esc
 * dismisses it from within alone: elsewhere that key closes what is open there, and no call may go by mistake.
 */
export function Card({ pop, isFront }: CardProps) {
  const t = useTranslations('pop');
  const { call, state } = pop;
  const { dismiss } = usePopDeeds(call.ref);

  const card = useRef<HTMLElement>(null);
  useEscapeIn(card, dismiss);

  return (
    <article ref={card} className="pop" data-slim={state !== 'ringing' || !isFront} aria-label={t(`state.${state}`)}>
      <Head pop={pop} isFront={isFront} />
      {wasMine(pop) && <Note key="note" pop={pop} />}
      {state === 'ended' && wantsCallBack(pop) && (
        <div className="pop-actions">
          <CallBackButton callRef={call.ref} />
        </div>
      )}
    </article>
  );
}

function Head({ pop, isFront }: CardProps) {
  switch (pop.state) {
    case 'ringing':
      return <RingingHead pop={pop} isFront={isFront} />;
    case 'answered':
      return <InCallHead call={pop.call} />;
    case 'ended':
      return <EndedHead call={pop.call} />;
    case 'missed':
      return null;
    default:
      return assertNever(pop.state);
  }
}

/** The card window never has the keyboard: there, one writes in the main window. */
function Note({ pop: { call, note } }: { readonly pop: Pop }) {
  const host = useHost();
  const { keep } = usePopDeeds(call.ref);
  if (host === 'electron') return <NoteLink callRef={call.ref} note={note} />;
  return <NoteField callRef={call.ref} note={note} isOneLine onFirstKey={keep} />;
}

/** Whether nobody took the call of somebody who can be called. */
function wantsCallBack({ call: { outcome, party } }: Pop): boolean {
  const wasTakenByNobody =
    outcome === 'missed' || outcome === 'unreachable' || outcome === 'busy' || outcome === 'declined';
  return wasTakenByNobody && canCall(party);
}

import type { CallRow } from '../../shared/call.ts';
import { PartyName } from '../components/PartyName.tsx';
import { hrefOf } from '../route/route.ts';

interface CardPartyProps {
  readonly call: CallRow;
  /** As large as a glance needs it. */
  readonly isLoud?: boolean;
}

/** Whoever the card is about, and the way to the call in full. */
export function CardParty({ call, isLoud = false }: CardPartyProps) {
  return (
    <a className={isLoud ? 'pop-party loud' : 'pop-party'} href={hrefOf({ kind: 'call', ref: call.ref })}>
      <PartyName party={call.party} />
    </a>
  );
}

import type { CallRow } from '../../shared/call.ts';
import { Clock } from '../components/Clock.tsx';
import { CrmButton } from '../deeds/CrmButton.tsx';
import { CardParty } from './CardParty.tsx';
import { DismissButton } from './DismissButton.tsx';

/** The call I am in, slim enough to stay. */
export function InCallHead({ call }: { readonly call: CallRow }) {
  return (
    <div className="pop-slim">
      <CardParty call={call} />
      <Clock sinceUs={call.answeredAtUs ?? call.startedAtUs} />
      <CrmButton callRef={call.ref} isBare />
      <DismissButton callRef={call.ref} />
    </div>
  );
}

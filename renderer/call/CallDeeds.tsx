import { useEffect, useEffectEvent } from 'react';

import type { CallRow } from '../../shared/call.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { canCall } from '../deeds/canCall.ts';
import { CrmButton } from '../deeds/CrmButton.tsx';
import { DeedButton } from '../deeds/DeedButton.tsx';
import { useDeed } from '../deeds/useDeed.ts';
import { plainKey } from '../keys/plainKey.ts';
import { ContactLink } from './ContactLink.tsx';

/** What can be done about a call: call back, which `c` does too, open it in the customer system, copy the number. */
export function CallDeeds({ call }: { readonly call: CallRow }) {
  const callBack = useDeed('calls.callBack');
  const { number, e164 } = call.party;

  const callBackOnKey = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || event.repeat || !canCall(call.party) || plainKey(event) !== 'c') return;
    event.preventDefault();
    callBack.run(call.ref);
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => callBackOnKey(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return (
    <div className="call-deeds">
      {canCall(call.party) && <DeedButton deed={callBack} callRef={call.ref} isPrimary={call.followUp === 'open'} />}
      <CrmButton callRef={call.ref} />
      <ContactLink party={call.party} />
      {number !== null && <CopyButton text={e164 ?? number} label="number" />}
    </div>
  );
}

import type { CallRow } from '../../../shared/call.ts';
import type { Pop } from '../../../shared/pop.ts';
import { ringingCall } from './calls.ts';

/** A pop of a call that rings somebody unknown, told of in every way; with whatever the test is about changed. */
export function popOf(call: CallRow = ringingCall(1), change: Partial<Pop> = {}): Pop {
  return {
    call,
    state: 'ringing',
    ways: { card: true, notification: true, sound: true },
    silenced: false,
    caller: { timeZone: null, lastTalk: null, lastNote: null, followUpSinceUs: null, callsToday: 1 },
    note: null,
    ...change,
  };
}

import type { Us } from '../../../shared/call.ts';
import type { Pop } from '../../../shared/pop.ts';
import { callRow } from '../requests/callRow.ts';
import { sampleCall } from '../templates/sampleCall.ts';

/** The card of a self-test: nobody calls, so it makes no sound, and it says what it is. */
export function testPop(id: string, nowUs: Us, extension: string): Pop {
  const nobody = { ...sampleCall, number: null, e164: null, person: null, called: null, recording: null };
  const call = callRow(
    { ...nobody, ref: `self-test-${id}`, outcome: 'in-progress', extension, startedAtUs: nowUs, rangAtUs: nowUs },
    { masked: false, nameOf: () => null, marksOf: () => ({ hasNote: false, tags: [] }) },
  );
  return {
    call: { ...call, answeredBy: null, answeredAtUs: null, endedAtUs: null, talkUs: null, ringUs: null },
    state: 'ringing',
    ways: { card: true, notification: true, sound: false },
    silenced: true,
    caller: { timeZone: null, lastTalk: null, lastNote: null, followUpSinceUs: null, callsToday: 1 },
    note: null,
    selfTest: id,
  };
}

import type { CallRow } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import { writeNumber } from '../numbers/write.ts';

/** A call as a window shows it: its facts, with the numbers written for people. */
export function callRow(call: Call): CallRow {
  const { number, e164, legs: _legs, ...facts } = call;
  const best = e164 ?? number;
  const written = best === null ? null : writeNumber(best);
  return {
    ...facts,
    // On a call of mine the dialled number is the other party's, and the PBX knows its E.164.
    calledDisplay:
      call.called === null ? null : writeNumber(call.called === number ? (best ?? number) : call.called).display,
    party: { number, e164, display: written?.display ?? null, name: null, country: written?.country ?? null },
  };
}

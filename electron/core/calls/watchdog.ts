import type { Us } from '../../../shared/call.ts';
import type { Call } from './call.ts';

/** A phone rings for two minutes at the most, and a talk of four hours has been forgotten rather than held. */
const ringSilenceUs: Us = 120_000_000;
const talkSilenceUs: Us = 4 * 3_600_000_000;

/**
 * Whether a call in progress has been silent for so long that its end must have got lost; the PBX loses some hang-ups
 * and sends nothing twice. Silence is counted from the last arrival, by our own clock: the PBX's may be wrong.
 */
export function hasGoneSilent(call: Call, lastReceivedAtUs: Us, nowUs: Us): boolean {
  if (call.outcome !== 'in-progress') return false;
  return nowUs - lastReceivedAtUs > (call.reason === 'talking' ? talkSilenceUs : ringSilenceUs);
}

/** The call as it stands when its end is given up on. The end, should it come, makes it whole again. */
export function unfinished(call: Call): Call {
  return { ...call, outcome: 'unfinished', reason: null };
}

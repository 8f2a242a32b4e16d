import type { Us } from '../../../shared/call.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Call } from './call.ts';

/** For how long a call may be silent before it is given up on. */
export type Silence = Pick<Settings, 'ringSilenceSeconds' | 'talkSilenceMinutes'>;

/**
 * Whether a call in progress has been silent for so long that its end must have got lost; the PBX loses some hang-ups
 * and sends nothing twice. Silence is counted from the last arrival, by our own clock: the PBX's may be wrong.
 */
export function hasGoneSilent(
  call: Call,
  lastReceivedAtUs: Us,
  { ringSilenceSeconds, talkSilenceMinutes }: Silence,
  nowUs: Us,
): boolean {
  if (call.outcome !== 'in-progress') return false;
  const seconds = call.reason === 'talking' ? talkSilenceMinutes * 60 : ringSilenceSeconds;
  return nowUs - lastReceivedAtUs > seconds * 1_000_000;
}

/** The call as it stands when its end is given up on. The end, should it come, makes it whole again. */
export function unfinished<Given extends Call>(call: Given): Given {
  return { ...call, outcome: 'unfinished', reason: null };
}

import type { Us } from '../../../shared/call.ts';
import type { Sent } from './leg.ts';

/** An event in one line for people; times in seconds since `sinceUs`. */
export function sentLine({ atUs, event }: Sent, sinceUs: Us): string {
  const { channel, action, caller, recipient, dialedUser, rangAtUs, answeredAtUs, endedAtUs, cause, ref } = event;
  const seconds = (us: Us | null) => (us === null ? '-' : ((us - sinceUs) / 1e6).toFixed(1));
  const who = `${caller ?? 'hidden'} → ${recipient ?? ''}${dialedUser === null ? '' : `, phone ${dialedUser}`}`;
  const times = `rang ${seconds(rangAtUs)} answered ${seconds(answeredAtUs)} ended ${seconds(endedAtUs)}`;
  return `\n${seconds(atUs)} ${action} [${ref}] ${channel}: ${who}; ${times} ${cause ?? ''}`;
}

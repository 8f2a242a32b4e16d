import type { Outcome } from '../../shared/call.ts';
import type { IconName } from './Icon.tsx';

/** `bad`: somebody was not helped. `warn`: something to look at. `quiet`: nothing to do. */
export type Tone = 'good' | 'quiet' | 'warn' | 'bad' | 'live';

/** The shape and the tone of each outcome. Outcomes of one family share a shape. */
export const outcomeLook: Record<Outcome, { readonly icon: IconName; readonly tone: Tone }> = {
  answered: { icon: 'check', tone: 'good' },
  transferred: { icon: 'forward', tone: 'good' },
  'answered-elsewhere': { icon: 'colleague', tone: 'quiet' },
  'picked-up': { icon: 'colleague', tone: 'quiet' },
  declined: { icon: 'block', tone: 'warn' },
  busy: { icon: 'busy', tone: 'warn' },
  unreachable: { icon: 'alert', tone: 'bad' },
  missed: { icon: 'missed', tone: 'bad' },
  cancelled: { icon: 'cross', tone: 'quiet' },
  'no-answer': { icon: 'silence', tone: 'quiet' },
  rejected: { icon: 'block', tone: 'warn' },
  'wrong-number': { icon: 'question', tone: 'warn' },
  'not-permitted': { icon: 'lock', tone: 'warn' },
  failed: { icon: 'alert', tone: 'bad' },
  'in-progress': { icon: 'pulse', tone: 'live' },
  unfinished: { icon: 'open', tone: 'quiet' },
};

import type { FollowUp } from '../../shared/call.ts';

/** Tells people apart for as long as they wait: the ref of their oldest call. */
export function personKey(person: FollowUp): string {
  return person.calls.at(-1)?.ref ?? '';
}

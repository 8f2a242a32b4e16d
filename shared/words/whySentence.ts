import type { Us } from '../call.ts';
import type { Why, WhyMessage } from '../why.ts';
import { fill } from './fill.ts';

/** Writes out why a call has its outcome. `duration` writes a length in µs the way the reader is used to. */
export function whySentence(
  why: Why,
  messages: Readonly<Record<WhyMessage, string>>,
  duration: (lengthUs: Us) => string,
): string {
  const length = (us: Us | undefined) => duration(us ?? 0);
  return fill(messages[why.message], {
    ring: length(why.ringUs),
    talk: length(why.talkUs),
    after: length(why.afterUs),
    by: why.by ?? '',
    cause: why.cause ?? '',
  });
}

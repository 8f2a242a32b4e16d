import type { Us } from '../call.ts';
import { durationParts } from '../duration.ts';
import { en } from './en.ts';
import { fill } from './fill.ts';

/** Writes a length in µs in English, for where no page is: the export and the terminal. */
export function plainDuration(us: Us): string {
  const { kind, ...parts } = durationParts(us);
  return fill(en.duration[kind], Object.fromEntries(Object.entries(parts).map(([part, n]) => [part, String(n)])));
}

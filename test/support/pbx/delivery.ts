import * as fc from 'fast-check';

import type { CallEvent } from '../../../electron/core/calls/event.ts';
import type { Us } from '../../../shared/call.ts';
import { beginUs, type Sent } from './leg.ts';
import { sentLine } from './sentLine.ts';

/** What one turn of the loop brings, and when. */
export interface Batch {
  readonly atUs: Us;
  readonly events: readonly CallEvent[];
  /** What a failing property shows of it. */
  [fc.toStringMethod](): string;
}

const longestDelayMs = 5000;

/** Everything at once, in the order of sending. */
export function allAtOnce(sent: readonly Sent[]): Batch[] {
  return [
    batch(
      endOf(sent),
      sent.map(({ event }) => event),
    ),
  ];
}

/** In any order, some events twice, in batches of any size; all within a moment, after all is over. */
export function shuffled(sent: readonly Sent[]): fc.Arbitrary<Batch[]> {
  return fc
    .tuple(
      fc.shuffledSubarray([...sent], { minLength: sent.length }),
      fc.subarray([...sent]),
      fc.array(fc.integer({ min: 1, max: 6 }), { minLength: 1, maxLength: 8 }),
    )
    .map(([once, again, sizes]) => {
      const events = [...once, ...again].map(({ event }) => event);
      const batches: Batch[] = [];
      for (let from = 0, nth = 0; from < events.length; nth += 1) {
        const size = sizes[nth % sizes.length] ?? 1;
        batches.push(batch(endOf(sent), events.slice(from, from + size)));
        from += size;
      }
      return batches;
    });
}

/** As a network delivers: each event up to five seconds late, some twice, those of one twentieth of a second together. */
export function overTheNetwork(sent: readonly Sent[]): fc.Arbitrary<Batch[]> {
  return fc
    .array(fc.tuple(fc.nat(longestDelayMs), fc.option(fc.nat(longestDelayMs), { freq: 4 })), {
      minLength: sent.length,
      maxLength: sent.length,
    })
    .map((delays) => {
      const arrivals = sent.flatMap(({ atUs, event }, index) => {
        const [first = 0, again = null] = delays[index] ?? [];
        return (again === null ? [first] : [first, again]).map((ms) => ({ atUs: atUs + ms * 1000, event }));
      });
      const turns = Map.groupBy(arrivals, ({ atUs }) => Math.ceil(atUs / 50_000) * 50_000);
      return [...turns]
        .map(([atUs, together]) =>
          batch(
            atUs,
            together.map(({ event }) => event),
          ),
        )
        .toSorted((a, b) => a.atUs - b.atUs);
    });
}

function endOf(sent: readonly Sent[]): Us {
  return Math.max(0, ...sent.map(({ atUs }) => atUs)) + longestDelayMs * 1000;
}

function batch(atUs: Us, events: readonly CallEvent[]): Batch {
  return {
    atUs,
    events,
    [fc.toStringMethod]: () => `\n— ${events.map((event) => sentLine({ atUs, event }, beginUs)).join('')}`,
  };
}

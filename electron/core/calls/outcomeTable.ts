import type { Outcome, Reason } from '../../../shared/call.ts';
import type { CauseKind } from './causes.ts';

/** How far a call had come for me when its leg ended. */
export type State =
  /** Somebody talked. */
  | 'talked'
  /** A phone of mine rang, and I did not answer. */
  | 'rang'
  /** It was for me, and no phone of mine rang. */
  | 'quiet'
  /** The same, and the PBX says by a `failed` event that it never got as far as a phone. */
  | 'unreached'
  /** I called, and nobody answered. */
  | 'called';

export type Ending = readonly [outcome: Outcome, reason: Reason | null];

const answered: Ending = ['answered', null];
const dropped: Ending = ['answered', 'line-dropped'];
const declined: Ending = ['declined', null];
const elsewhere: Ending = ['answered-elsewhere', null];
const pickedUp: Ending = ['picked-up', null];
const offline: Ending = ['unreachable', 'phone-offline'];
const gaveUp: Ending = ['missed', 'caller-hung-up'];
const rangOut: Ending = ['missed', 'rang-out'];
const missed: Ending = ['missed', null];
const busy: Ending = ['busy', null];
const failed: Ending = ['failed', 'network'];

/**
 * What a hang-up cause means, by how far the call had come: the only place that says so.
 *
 * USER_BUSY after a ring is a person: most phones reject by hand with 486. What a `failed` call gives as its cause says
 * how the caller left, not why no phone rang; only a cause that speaks of my phone is believed.
 */
const table: Readonly<Record<CauseKind, Readonly<Record<State, Ending>>>> = {
  cancelled: { talked: answered, rang: gaveUp, quiet: gaveUp, unreached: offline, called: ['cancelled', null] },
  'rang-out': { talked: answered, rang: rangOut, quiet: rangOut, unreached: offline, called: ['no-answer', null] },
  refused: { talked: answered, rang: declined, quiet: declined, unreached: declined, called: ['rejected', null] },
  busy: { talked: answered, rang: declined, quiet: busy, unreached: busy, called: busy },
  'lost-race': { talked: answered, rang: elsewhere, quiet: elsewhere, unreached: elsewhere, called: failed },
  'picked-off': { talked: answered, rang: pickedUp, quiet: pickedUp, unreached: pickedUp, called: failed },
  offline: { talked: answered, rang: offline, quiet: offline, unreached: offline, called: failed },
  transferred: { talked: ['transferred', null], rang: missed, quiet: missed, unreached: offline, called: failed },
  'no-route': {
    talked: answered,
    rang: missed,
    quiet: missed,
    unreached: offline,
    called: ['wrong-number', 'no-route'],
  },
  barred: { talked: answered, rang: missed, quiet: missed, unreached: offline, called: ['not-permitted', 'barred'] },
  network: { talked: dropped, rang: missed, quiet: missed, unreached: offline, called: failed },
  other: { talked: answered, rang: missed, quiet: missed, unreached: offline, called: failed },
};

export function ending(kind: CauseKind, state: State): { outcome: Outcome; reason: Reason | null } {
  const [outcome, reason] = table[kind][state];
  return { outcome, reason };
}

import type { Delivery } from './delivery.ts';
import { scenarios } from './scenarios/list.ts';
import type { Desk } from './stage.ts';
import { storm } from './storm.ts';

/** Something to play on the desk. */
export interface Piece {
  readonly name: string;
  readonly says: string;
  /** @param calls how many, where the piece can be of any length */
  play(desk: Desk, calls: number): { readonly deliveries: readonly Delivery[] };
}

/** Everything there is to play, in the order of the list. */
export const repertoire: readonly Piece[] = [
  ...scenarios,
  {
    name: 'storm',
    says: 'A busy morning of a dozen extensions, with events doubled, late and lost.',
    play: (desk, calls) => storm({ ...desk, calls }),
  },
];

/** What is played when nobody asks for anything: a ring to see, an answer, an end. */
export const demo = 'direct-answered';

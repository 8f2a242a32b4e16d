import { createContext } from 'react';

import type { Sound } from './soundOf.ts';

/** What makes sounds audible. */
export interface Player {
  /** Whether the browser keeps this page silent until its user has done something in it. */
  readonly isBlocked: () => boolean;
  /** Calls back when that changes. Returns the way to unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Makes ready, so that the first sound is not late. Called for a click, it lifts the block. */
  readonly prepare: () => void;
  /** Plays a sound. Returns the way to stop it at once. */
  readonly play: (sound: Sound, rounds: 'once' | 'over-and-over') => () => void;
}

/** Where nobody provides another, nothing is heard. */
const silent: Player = {
  isBlocked: () => false,
  subscribe: () => () => undefined,
  prepare: () => undefined,
  play: () => () => undefined,
};

export const PlayerContext = createContext<Player>(silent);

import type { Player } from '../../../renderer/sound/player.ts';
import type { Sound } from '../../../renderer/sound/soundOf.ts';

/** Something that was played, until it is stopped. */
export interface Played extends Sound {
  readonly rounds: 'once' | 'over-and-over';
  isStopped: boolean;
}

/** A player that keeps a list in place of a noise. */
export function fakePlayer(isBlocked = false) {
  const played: Played[] = [];
  const listeners = new Set<() => void>();
  const block = { isBlocked };
  const player: Player = {
    isBlocked: () => block.isBlocked,
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    prepare: () => undefined,
    play(sound, rounds) {
      const one: Played = { ...sound, rounds, isStopped: false };
      played.push(one);
      return () => {
        one.isStopped = true;
      };
    },
  };
  /** What is heard now. */
  const heard = () => played.filter((one) => !one.isStopped);
  /** The user has done something in the page. */
  function unblock() {
    block.isBlocked = false;
    for (const listener of listeners) listener();
  }
  return { player, played, heard, unblock };
}

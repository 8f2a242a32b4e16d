import { hasCard, wasMine, type Pop } from '../../shared/pop.ts';

/** The call that a global shortcut is about now, by ref; null while there is none, and other programs have the key. */
export interface KeyTargets {
  /** Whose card is in front. */
  readonly dismiss: string | null;
  /** Whose ringing is heard. */
  readonly silence: string | null;
  /** That I am in, or else have just ended: there is something to note. */
  readonly note: string | null;
}

/** `pops` is newest first. */
export function keyTargets(pops: readonly Pop[]): KeyTargets {
  const first = (isOne: (pop: Pop) => boolean) => pops.find(isOne)?.call.ref ?? null;
  return {
    dismiss: first(hasCard),
    silence: first(({ state, ways, silenced }) => state === 'ringing' && ways.sound && !silenced),
    note: first(({ state }) => state === 'answered') ?? first(wasMine),
  };
}

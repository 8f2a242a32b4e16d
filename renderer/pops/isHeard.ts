import type { Pop } from '../../shared/pop.ts';

/** Whether a pop asks for a sound now. */
export function isHeard({ state, ways, silenced }: Pop): boolean {
  return state === 'ringing' && ways.sound && !silenced;
}

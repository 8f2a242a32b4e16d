import type { Pop } from '../../shared/pop.ts';
import type { Settings } from '../../shared/settings.ts';
import { isHeard } from '../pops/isHeard.ts';
import type { MotifName } from './motif.ts';

/** What is to be heard. */
export interface Sound {
  readonly tone: Settings['tone'];
  readonly motif: MotifName;
  /** 0 to 1, as the settings have it. */
  readonly volume: number;
}

/**
 * What should sound now; null for silence. Calls that ring at a time share one sound: that for somebody who waits for a
 * call back, if one of them does.
 */
export function soundOf(pops: readonly Pop[], { tone, volume }: Pick<Settings, 'tone' | 'volume'>): Sound | null {
  const ringing = pops.filter(isHeard);
  if (ringing.length === 0 || volume <= 0) return null;
  const isAwaited = ringing.some((pop) => pop.caller.followUpSinceUs !== null);
  return { tone, motif: isAwaited ? 'awaited' : 'usual', volume };
}

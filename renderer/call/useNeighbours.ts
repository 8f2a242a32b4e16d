import { useQuery } from '@tanstack/react-query';

import type { CallFilter, Neighbours } from '../../shared/callFilter.ts';
import { useAsk } from '../data/ask.ts';
import { reading } from '../data/queries.ts';

/**
 * The calls above and below the open one in the log: those in memory, and what the core knows of the others, for a link
 * may lead to anywhere in a million calls.
 */
export function useNeighbours(ref: string | null, filter: CallFilter, inMemory: Neighbours): Neighbours {
  const ask = useAsk();
  const isKnown = inMemory.newer !== null && inMemory.older !== null;
  const { data } = useQuery({
    ...reading(ask, 'calls.neighbours', { filter, ref: ref ?? '' }),
    enabled: ref !== null && !isKnown,
  });
  return { newer: inMemory.newer ?? data?.newer ?? null, older: inMemory.older ?? data?.older ?? null };
}

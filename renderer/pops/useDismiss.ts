import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Pop } from '../../shared/pop.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';

/** Takes a card away at once, and tells the core. */
export function useDismiss(ref: string): () => void {
  const ask = useAsk();
  const client = useQueryClient();
  const key = keyOf('pops.list', undefined);
  const { mutate } = useMutation({
    mutationFn: () => ask('pops.dismiss', ref),
    onMutate: async () => {
      // A read under way still knows the card, and would bring it back.
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<readonly Pop[]>(key, (pops) => pops?.filter((pop) => pop.call.ref !== ref));
    },
    // A card that could not be dismissed comes back.
    onError: () => client.invalidateQueries({ queryKey: key }),
  });
  return mutate;
}

import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Pop } from '../../shared/pop.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';

/** What can be done to a card. It shows at once, and the core is told. */
export function usePopDeeds(ref: string) {
  const change = usePopChange(ref);
  return {
    dismiss: change('pops.dismiss', () => []),
    /** Switches the sound of this card off. */
    silence: change('pops.silence', (pop) => [{ ...pop, silenced: true }]),
    /** Lets the card stay when its time is over. */
    keep: change('pops.keep', (pop) => [pop]),
  };
}

interface Change {
  readonly request: 'pops.dismiss' | 'pops.silence' | 'pops.keep';
  /** What becomes of the card: itself, another in its place, or none. */
  readonly become: (pop: Pop) => readonly Pop[];
}

function usePopChange(ref: string) {
  const ask = useAsk();
  const client = useQueryClient();
  const key = keyOf('pops.list', undefined);
  const { mutate } = useMutation({
    mutationFn: ({ request }: Change) => ask(request, ref),
    onMutate: async ({ become }) => {
      // A read under way still knows the card as it was, and would bring that back.
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<readonly Pop[]>(key, (pops) =>
        pops?.flatMap((pop) => (pop.call.ref === ref ? become(pop) : [pop])),
      );
    },
    // What was refused is shown as it is; and a read that was cancelled is made up for.
    onSettled: () => client.invalidateQueries({ queryKey: key }),
  });
  return (request: Change['request'], become: Change['become']) => () => mutate({ request, become });
}

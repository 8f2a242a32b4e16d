import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { FollowUp, Party } from '../../shared/call.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';

/** What is settled by hand: these calls of somebody. */
export interface Settling {
  readonly party: Party;
  readonly refs: readonly string[];
  readonly reason: string | null;
}

interface Listeners {
  readonly onSettled?: (done: Settling) => void;
  readonly onError?: (error: Error) => void;
}

/** Settles follow-ups and takes that back. Whoever is settled leaves the list at once, and comes back on a refusal. */
export function useSettle({ onSettled, onError }: Listeners = {}) {
  const ask = useAsk();
  const client = useQueryClient();
  const key = keyOf('followUps.list', undefined);
  const settle = useMutation({
    mutationFn: ({ refs, reason }: Settling) => ask('followUps.settle', { refs, reason }),
    onMutate: async ({ refs }) => {
      // A read under way still knows them, and would bring them back.
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<readonly FollowUp[]>(key, (people) => people && without(people, refs));
    },
    onSuccess: (_answer, done) => onSettled?.(done),
    onError: (error) => {
      onError?.(error);
      return client.invalidateQueries({ queryKey: key });
    },
  });
  const reopen = useMutation({ mutationFn: (refs: readonly string[]) => ask('followUps.reopen', { refs }) });
  return { settle: settle.mutate, reopen: reopen.mutateAsync, error: settle.error ?? reopen.error };
}

/** Whoever has tried again meanwhile stays. */
function without(people: readonly FollowUp[], refs: readonly string[]): readonly FollowUp[] {
  return people
    .map((person) => ({ ...person, calls: person.calls.filter((call) => !refs.includes(call.ref)) }))
    .filter((person) => person.calls.length > 0);
}

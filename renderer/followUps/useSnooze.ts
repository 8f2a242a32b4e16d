import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { FollowUp, Party, Us } from '../../shared/call.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';

/** What is put off: these calls of somebody, until then; null for no longer. */
export interface Snoozing {
  readonly party: Party;
  readonly refs: readonly string[];
  readonly untilUs: Us | null;
  /** Until when they were put off before. */
  readonly beforeUs: Us | null;
}

interface Listeners {
  readonly onSnoozed?: (done: Snoozing) => void;
  readonly onError?: (error: Error) => void;
}

/** Puts follow-ups off. Whoever is put off moves at once, and back on a refusal. */
export function useSnooze({ onSnoozed, onError }: Listeners = {}) {
  const ask = useAsk();
  const client = useQueryClient();
  const key = keyOf('followUps.list', undefined);
  return useMutation({
    mutationFn: ({ refs, untilUs }: Snoozing) => ask('followUps.snooze', { refs, untilUs }),
    onMutate: async ({ refs, untilUs }) => {
      // A read under way still knows nothing of it, and would undo it.
      await client.cancelQueries({ queryKey: key });
      client.setQueryData<readonly FollowUp[]>(key, (people) =>
        people?.map((person) => (has(person, refs) ? { ...person, snoozedUntilUs: untilUs } : person)),
      );
    },
    onSuccess: (_answer, done) => onSnoozed?.(done),
    onError: (error) => {
      onError?.(error);
      return client.invalidateQueries({ queryKey: key });
    },
  });
}

function has(person: FollowUp, refs: readonly string[]): boolean {
  return person.calls.some((call) => refs.includes(call.ref));
}

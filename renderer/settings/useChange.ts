import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Settings } from '../../shared/settings.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';

/** Changes settings at once; what the core made of them is what the page shows. Keeps the refusal, if it was one. */
export function useChange() {
  const ask = useAsk();
  const client = useQueryClient();
  const change = useMutation({
    mutationFn: (patch: Partial<Settings>) => ask('settings.change', patch),
    onSuccess: (view) => client.setQueryData(keyOf('settings.get', undefined), view),
  });
  /** What was asked for and is not answered yet. */
  const pending: Partial<Settings> = change.isPending ? change.variables : {};
  return { mutate: change.mutate, reset: change.reset, error: change.error, pending };
}

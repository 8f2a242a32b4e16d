import { useMutation, useQueryClient } from '@tanstack/react-query';

import type { Settings, SettingsView } from '../../shared/settings.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';

/** What was changed, and how all settings were before. */
export type AfterChange = (patch: Partial<Settings>, before: Settings) => void;

/**
 * Changes settings at once; what the core made of them is what the page shows. Keeps the refusal, if it was one.
 * `after` is called even when whoever asked has left the page meanwhile.
 */
export function useChange(after: AfterChange = () => undefined) {
  const ask = useAsk();
  const client = useQueryClient();
  const key = keyOf('settings.get', undefined);
  const change = useMutation({
    mutationFn: (patch: Partial<Settings>) => ask('settings.change', patch),
    onMutate: () => client.getQueryData<SettingsView>(key)?.settings,
    onSuccess: (view, patch, before) => {
      client.setQueryData(key, view);
      if (before !== undefined) after(patch, before);
    },
  });
  /** What was asked for and is not answered yet. */
  const pending: Partial<Settings> = change.isPending ? change.variables : {};
  return { mutate: change.mutate, reset: change.reset, error: change.error, pending };
}

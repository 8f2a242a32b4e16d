import { useMutation } from '@tanstack/react-query';

import type { Updates } from '../../shared/updates.ts';
import { useHost } from '../bridge/host.ts';
import { useAsk } from '../data/ask.ts';
import { useReading } from '../data/queries.ts';

/** How it stands with newer versions; undefined until that is known, and in a browser, which has none. */
export function useUpdates(): Updates | undefined {
  const isWanted = useHost() === 'electron';
  return useReading('updates.get', undefined, { isWanted }).data;
}

export interface UpdateDeeds {
  readonly check: () => void;
  readonly install: () => void;
  /** Ringside is about to end. */
  readonly isRestarting: boolean;
  /** What was said against the last of them. */
  readonly error: Error | null;
}

/** What can be done about a newer version. */
export function useUpdateDeeds(): UpdateDeeds {
  const ask = useAsk();
  const check = useMutation({ mutationFn: () => ask('updates.check', undefined) });
  const install = useMutation({ mutationFn: () => ask('updates.install', undefined) });
  return {
    check: () => check.mutate(),
    install: () => install.mutate(),
    isRestarting: install.isPending || install.isSuccess,
    error: check.error ?? install.error,
  };
}

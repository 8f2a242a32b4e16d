import { useMutation } from '@tanstack/react-query';

import { useAsk } from '../data/ask.ts';

/** What the core does for a call, in another program. */
export interface Deed {
  readonly request: 'calls.openCrm' | 'calls.callBack';
  readonly run: (callRef: string) => void;
  readonly isPending: boolean;
  readonly error: Error | null;
}

/** Has the core do it; keeps what it said against it. */
export function useDeed(request: Deed['request']): Deed {
  const ask = useAsk();
  const { mutate, isPending, error } = useMutation({ mutationFn: (callRef: string) => ask(request, callRef) });
  return { request, run: mutate, isPending, error };
}

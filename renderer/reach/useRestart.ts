import { useMutation } from '@tanstack/react-query';

import { useFailureText } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';

/** Ends the tunnel and begins anew, without waiting for the next try. */
export function useRestart() {
  const ask = useAsk();
  const failureText = useFailureText();
  const { mutate, isPending, error } = useMutation({ mutationFn: () => ask('reach.restart', undefined) });
  return { restart: () => mutate(), isPending, refusal: error && failureText(error) };
}

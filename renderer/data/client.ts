import { QueryClient } from '@tanstack/react-query';

/**
 * What was read stays true until a push says that it changed. The core is on this machine, so the state of the network
 * means nothing, and an error is shown at once instead of being tried again in silence.
 */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: 'always',
        staleTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: 'always', retry: false },
    },
  });
}

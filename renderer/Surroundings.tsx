import { QueryClientProvider, type QueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';

import type { Bridge } from '../shared/contract.ts';
import { HostContext } from './bridge/host.ts';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { AskContext, asker } from './data/ask.ts';
import { createQueryClient } from './data/client.ts';
import { InLanguage } from './language/InLanguage.tsx';
import type { Speech } from './language/speech.ts';

interface SurroundingsProps {
  readonly bridge: Bridge;
  /** What the page speaks until it has read the settings. */
  readonly speech: Speech;
  /** Holds what has been read already; without it, nothing has been. */
  readonly client?: QueryClient | undefined;
  readonly children: ReactNode;
}

/** What every page stands in: the core, and a language. */
export function Surroundings({ bridge, speech, client: given, children }: SurroundingsProps) {
  const [client] = useState(() => given ?? createQueryClient());
  const [ask] = useState(() => asker(bridge));
  return (
    <QueryClientProvider client={client}>
      <AskContext value={ask}>
        <HostContext value={bridge.host}>
          <InLanguage first={speech}>
            <ErrorBoundary>{children}</ErrorBoundary>
          </InLanguage>
        </HostContext>
      </AskContext>
    </QueryClientProvider>
  );
}

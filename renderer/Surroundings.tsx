import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import type { ReactNode } from 'react';
import { IntlProvider } from 'use-intl';

import type { Bridge } from '../shared/contract.ts';
import { en } from '../shared/words/en.ts';
import { HostContext } from './bridge/host.ts';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { AskContext, asker } from './data/ask.ts';
import { createQueryClient } from './data/client.ts';
import { createFormats } from './format/formats.ts';
import { FormatsContext } from './format/useFormats.ts';

/** What every page stands in: words in English, dates and numbers as the user's region writes them, and the core. */
export function Surroundings({ bridge, children }: { readonly bridge: Bridge; readonly children: ReactNode }) {
  const [client] = useState(createQueryClient);
  const [ask] = useState(() => asker(bridge));
  const [formats] = useState(() => createFormats(navigator.language));
  return (
    <IntlProvider locale="en" messages={en} timeZone={new Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          <AskContext value={ask}>
            <HostContext value={bridge.host}>
              <FormatsContext value={formats}>{children}</FormatsContext>
            </HostContext>
          </AskContext>
        </QueryClientProvider>
      </ErrorBoundary>
    </IntlProvider>
  );
}

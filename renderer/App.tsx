import { QueryClientProvider } from '@tanstack/react-query';
import { useState } from 'react';
import { IntlProvider } from 'use-intl';

import type { Bridge } from '../shared/contract.ts';
import { en } from '../shared/words/en.ts';
import type { Connection } from './bridge/connection.ts';
import { ErrorBoundary } from './components/ErrorBoundary.tsx';
import { AskContext, asker } from './data/ask.ts';
import { createQueryClient } from './data/client.ts';
import { createFormats } from './format/formats.ts';
import { FormatsContext } from './format/useFormats.ts';
import { Frame } from './frame/Frame.tsx';

interface AppProps {
  readonly bridge: Bridge;
  readonly connection: Connection;
}

/** The whole page: words in English, dates and numbers as the user's region writes them. */
export function App({ bridge, connection }: AppProps) {
  const [client] = useState(createQueryClient);
  const [ask] = useState(() => asker(bridge));
  const [formats] = useState(() => createFormats(navigator.language));
  return (
    <IntlProvider locale="en" messages={en} timeZone={new Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          <AskContext value={ask}>
            <FormatsContext value={formats}>
              <Frame bridge={bridge} connection={connection} />
            </FormatsContext>
          </AskContext>
        </QueryClientProvider>
      </ErrorBoundary>
    </IntlProvider>
  );
}

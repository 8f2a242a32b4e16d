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
import { WebNotifierContext, createWebNotifier, type NotificationClass } from './pops/webNotifier.ts';

interface AppProps {
  readonly bridge: Bridge;
  readonly connection: Connection;
  /** The browser's `Notification`; undefined where it has none. */
  readonly notification: NotificationClass | undefined;
}

/** The whole page: words in English, dates and numbers as the user's region writes them. */
export function App({ bridge, connection, notification }: AppProps) {
  const [client] = useState(createQueryClient);
  const [ask] = useState(() => asker(bridge));
  // The Electron host raises notifications by itself.
  const [notifier] = useState(() => (bridge.host === 'browser' ? createWebNotifier(notification) : null));
  const [formats] = useState(() => createFormats(navigator.language));
  return (
    <IntlProvider locale="en" messages={en} timeZone={new Intl.DateTimeFormat().resolvedOptions().timeZone}>
      <ErrorBoundary>
        <QueryClientProvider client={client}>
          <AskContext value={ask}>
            <FormatsContext value={formats}>
              <WebNotifierContext value={notifier}>
                <Frame bridge={bridge} connection={connection} />
              </WebNotifierContext>
            </FormatsContext>
          </AskContext>
        </QueryClientProvider>
      </ErrorBoundary>
    </IntlProvider>
  );
}

import type { QueryClient } from '@tanstack/react-query';
import { useState } from 'react';

import type { Bridge } from '../shared/contract.ts';
import type { Connection } from './bridge/connection.ts';
import type { Tabs } from './bridge/sharedStream.ts';
import { Frame } from './frame/Frame.tsx';
import type { Speech } from './language/speech.ts';
import { WebNotifierContext, createWebNotifier, type NotificationClass } from './pops/webNotifier.ts';
import { PlayerContext, type Player } from './sound/player.ts';
import { RingSound } from './sound/RingSound.tsx';
import { Surroundings } from './Surroundings.tsx';

interface AppProps {
  readonly bridge: Bridge;
  /** What the page speaks until it has read the settings. */
  readonly speech: Speech;
  readonly connection: Connection;
  /** Holds what has been read already. */
  readonly client?: QueryClient;
  /** The browser's `Notification`; undefined where it has none. */
  readonly notification: NotificationClass | undefined;
  readonly player: Player;
  /** The browser's `navigator.locks`; null where it has none. */
  readonly locks: Tabs['locks'] | null;
}

/** The page of the main window, and of the browser host. */
export function App({ bridge, speech, connection, client, notification, player, locks }: AppProps) {
  // The Electron host raises notifications by itself.
  const [notifier] = useState(() => (bridge.host === 'browser' ? createWebNotifier(notification) : null));
  return (
    <Surroundings bridge={bridge} speech={speech} client={client}>
      <WebNotifierContext value={notifier}>
        <PlayerContext value={player}>
          {/* In the desktop app the page of the cards rings, and this one plays no more than a sample. */}
          {bridge.host === 'browser' && <RingSound locks={locks} />}
          <Frame bridge={bridge} connection={connection} />
        </PlayerContext>
      </WebNotifierContext>
    </Surroundings>
  );
}

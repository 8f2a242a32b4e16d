import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';

import { assertNever } from '../../shared/assertNever.ts';
import type { Bridge } from '../../shared/contract.ts';
import type { Connection, ConnectionState } from '../bridge/connection.ts';
import { navigate } from '../route/useRoute.ts';
import { topics } from './queries.ts';
import { createRefresher } from './refresher.ts';

/** Follows what the core pushes. Whenever a connection opens everything is read again: pushes may have been missed. */
export function useFeed(bridge: Bridge, connection: Connection): ConnectionState {
  const client = useQueryClient();
  const [refresh] = useState(() => createRefresher(client));

  useEffect(() => {
    return bridge.subscribe((push) => {
      switch (push.name) {
        case 'changed':
          push.value.what.forEach(refresh);
          return;
        case 'open':
          navigate({ kind: 'call', ...push.value });
          return;
        default:
          assertNever(push);
      }
    });
  }, [bridge, refresh]);

  useEffect(
    () =>
      connection.subscribe(() => {
        if (connection.state() === 'open') topics.forEach(refresh);
      }),
    [connection, refresh],
  );

  return useSyncExternalStore(connection.subscribe, connection.state);
}

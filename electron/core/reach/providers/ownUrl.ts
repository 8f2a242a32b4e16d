import { once } from 'node:events';

import { eventStream } from '../eventStream.ts';
import { publicAddress } from '../publicAddress.ts';
import type { Tunnel } from '../tunnel.ts';

/** A way that somebody else looks after: there is nothing to run, only to probe. */
export function ownUrlTunnel(url: string): Tunnel {
  return {
    hasStableUrl: true,
    isMetered: false,
    hasEdgeRules: false,
    senderHeader: null,
    run: (_toPort, signal) =>
      eventStream(async (emit) => {
        emit({ kind: 'url', url: publicAddress(url) });
        emit({ kind: 'connected' });
        if (!signal.aborted) await once(signal, 'abort');
      }),
  };
}

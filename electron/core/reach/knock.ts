import { connect as connectPlain } from 'node:net';
import { connect as connectSafe } from 'node:tls';

import type { Trouble } from '../../../shared/reach.ts';
import { codeOf } from './send.ts';
import { trustSystem } from './trustSystem.ts';

/** How long a host may take to answer, in ms. */
const patienceMs = 5000;

/**
 * Whether there is somebody at an address: its name is known, its port open, its certificate good. Resolves with what is
 * wrong, null when nothing is. Never rejects.
 */
export async function knock(url: string): Promise<Trouble | null> {
  const trouble = await knockOnce(url);
  return trouble?.code === 'tls' && trustSystem() ? knockOnce(url) : trouble;
}

function knockOnce(url: string): Promise<Trouble | null> {
  const target = URL.parse(url);
  if (target === null) return Promise.resolve({ code: 'bad-config', detail: '' });
  const host = target.hostname.replace(/^\[|\]$/g, '');
  const isSafe = target.protocol === 'https:';
  const port = Number(target.port || (isSafe ? 443 : 80));
  return new Promise((resolve) => {
    const socket = isSafe
      ? connectSafe({ host, port, servername: /^[\d.]+$|:/.test(host) ? '' : host })
      : connectPlain({ host, port });
    const end = (trouble: Trouble | null) => {
      socket.destroy();
      resolve(trouble);
    };
    socket.setTimeout(patienceMs, () => end({ code: 'timeout', detail: '' }));
    socket.once(isSafe ? 'secureConnect' : 'connect', () => end(null));
    socket.on('error', (error: NodeJS.ErrnoException) =>
      end({ code: codeOf(error), detail: error.code ?? error.message }),
    );
  });
}

import { readFileSync } from 'node:fs';
import { type Socket, connect } from 'node:net';
import { pipeline } from 'node:stream';

import type { Channel } from 'ssh2';

import type { HostKey, ReachSettings } from '../../../../shared/reach.ts';
import { eventStream } from '../eventStream.ts';
import type { Exit } from '../machine.ts';
import { publicAddress } from '../publicAddress.ts';
import { forwardRefused } from '../ssh/exits.ts';
import type { SshIdentity } from '../ssh/identity.ts';
import { isSshThere } from '../ssh/isThere.ts';
import { hostKeyOf } from '../ssh/knownHosts.ts';
import { plainSsh } from '../ssh/plainSsh.ts';
import { ssh2Exit } from '../ssh/ssh2Exit.ts';
import type { Tunnel } from '../tunnel.ts';
import { ownServer } from './ssh.ts';

export interface Ssh2Options {
  readonly settings: ReachSettings['ssh'];
  readonly identity: SshIdentity;
  /** The only key that the server may show. */
  readonly pinned: HostKey;
}

/** The same as `sshTunnel`, for machines without an ssh program: everything runs in this process. */
export function ssh2Tunnel({ settings, identity, pinned }: Ssh2Options): Tunnel {
  let hasListened = false;
  return {
    ...ownServer,
    isThere: () => isSshThere(settings.host, settings.port),
    run: (toPort, signal) =>
      eventStream(async (emit) => {
        emit({ kind: 'url', url: publicAddress(settings.url) });
        const { Client } = await import('ssh2');
        const client = new Client();
        const sockets = new Set<Socket>();
        let exit: Exit = { class: 'transient', trouble: { code: 'unreachable', detail: 'Connection closed' } };
        const end = () => client.destroy();
        await new Promise<void>((resolve) => {
          signal.addEventListener('abort', end, { once: true });
          client.on('close', () => resolve());
          client.on('error', (error) => {
            // What follows a refused key is only its consequence.
            if (exit.class !== 'blocked') exit = ssh2Exit(error);
            client.destroy();
          });
          client.on('ready', () => {
            client.setNoDelay(true);
            client.openssh_forwardInStreamLocal(settings.socket, (error) => {
              if (error) {
                exit = forwardRefused(error.message, hasListened);
                client.destroy();
                return;
              }
              hasListened = true;
              emit({ kind: 'connected' });
            });
          });
          client.on('unix connection', (_info, accept) => passOn(accept(), toPort, sockets));
          if (signal.aborted) return resolve();
          client.connect({
            host: settings.host,
            port: settings.port,
            username: settings.user,
            privateKey: readFileSync(identity.privateKeyFile),
            readyTimeout: 5000,
            keepaliveInterval: 5000,
            keepaliveCountMax: 2,
            algorithms: plainSsh,
            hostVerifier(blob: Buffer) {
              const shown = hostKeyOf(settings.host, settings.port, blob);
              if (shown.fingerprint === pinned.fingerprint) return true;
              exit = { class: 'blocked', trouble: { code: 'host-key-changed', detail: shown.fingerprint } };
              return false;
            },
          });
        });
        signal.removeEventListener('abort', end);
        sockets.forEach((socket) => socket.destroy());
        if (!signal.aborted) emit({ kind: 'exit', ...exit });
      }),
  };
}

/** One connection of the server's web server, on to our listener. Small answers must not wait for company. */
function passOn(channel: Channel, toPort: number, sockets: Set<Socket>): void {
  const socket = connect({ port: toPort, host: '127.0.0.1', noDelay: true });
  sockets.add(socket);
  // An error of one end closes the other; there is nobody else to tell.
  pipeline(channel, socket, () => {});
  pipeline(socket, channel, () => sockets.delete(socket));
}

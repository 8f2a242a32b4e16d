import type { ReachSettings } from '../../../../shared/reach.ts';
import type { Clock } from '../../ports.ts';
import { runChild } from '../child.ts';
import { eventStream } from '../eventStream.ts';
import { lastWords } from '../lastWords.ts';
import { publicAddress } from '../publicAddress.ts';
import { sshExit } from '../ssh/exits.ts';
import type { SshIdentity } from '../ssh/identity.ts';
import { isSshThere } from '../ssh/isThere.ts';
import type { Tunnel } from '../tunnel.ts';

export interface SshOptions {
  readonly settings: ReachSettings['ssh'];
  readonly dataDir: string;
  readonly identity: SshIdentity;
  readonly knownHostsFile: string;
  readonly clock: Clock;
  /** Absolute path of the system's ssh. */
  readonly program: string;
}

/** How many lines are looked through for the reason of an end. */
const remembered = 50;

/** What `-v` adds that says nothing of an end. */
const chatter = /^(debug\d: |OpenSSH_|Authenticated to |Transferred: |Bytes per second: )/;

/** A server of one's own: the system's ssh has the server listen on a unix socket for us. */
export function sshTunnel({ settings, dataDir, identity, knownHostsFile, clock, program }: SshOptions): Tunnel {
  let hasListened = false;
  return {
    ...ownServer,
    isThere: () => isSshThere(settings.host, settings.port),
    run: (toPort, signal) =>
      eventStream(async (emit) => {
        emit({ kind: 'url', url: publicAddress(settings.url) });
        const words = lastWords([]);
        let lines: string[] = [];
        const code = await runChild({
          program,
          args: sshArguments(settings, identity.privateKeyFile, knownHostsFile, toPort),
          dataDir,
          clock,
          signal,
          line(text) {
            if (text.startsWith('debug1: remote forward success')) {
              hasListened = true;
              emit({ kind: 'connected' });
            }
            if (chatter.test(text)) return;
            lines = [...lines, text].slice(-remembered);
            words.hear(text);
          },
        });
        if (!signal.aborted)
          emit({ kind: 'exit', ...sshExit(lines, words.text() || `exit code ${code}`, hasListened) });
      }),
  };
}

/** What the server's web server, set up by our recipe, does for us. */
export const ownServer = {
  hasStableUrl: true,
  isMetered: false,
  hasEdgeRules: true,
  senderHeader: 'x-real-ip',
} as const;

/** No secret among them: every user of the machine can read the arguments of a program. */
export function sshArguments(
  { host, port, user, socket }: ReachSettings['ssh'],
  privateKeyFile: string,
  knownHostsFile: string,
  toPort: number,
): string[] {
  const options = {
    BatchMode: 'yes',
    StrictHostKeyChecking: 'yes',
    UserKnownHostsFile: quoted(knownHostsFile),
    GlobalKnownHostsFile: quoted(knownHostsFile),
    UpdateHostKeys: 'no',
    IdentitiesOnly: 'yes',
    // Not `-i`, which looks for the file before it reads the percents.
    IdentityFile: quoted(privateKeyFile),
    PreferredAuthentications: 'publickey',
    ExitOnForwardFailure: 'yes',
    ServerAliveInterval: '5',
    ServerAliveCountMax: '2',
    ConnectTimeout: '5',
  };
  const flags = Object.entries(options).map(([name, value]) => `-o${name}=${value}`);
  const forward = `${socket}:127.0.0.1:${toPort}`;
  // Only the words of `-v` tell that the server listens.
  return ['-v', '-NTax', '-F', 'none', ...flags, '-p', String(port), '-l', user, '-R', forward, '--', host];
}

/** Blanks divide files, and `%` begins the name of something else. Windows takes slashes as well. */
function quoted(path: string): string {
  const plain = process.platform === 'win32' ? path.replaceAll('\\', '/') : path;
  return `"${plain.replaceAll('%', '%%')}"`;
}

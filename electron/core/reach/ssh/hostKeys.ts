import type { HostKey, Trouble } from '../../../../shared/reach.ts';
import { hostKeyOf } from './knownHosts.ts';
import { plainSsh } from './plainSsh.ts';
import { ssh2Exit } from './ssh2Exit.ts';

/** One of each type that servers have; the first one they agree on is what they show. */
const types = [
  ['ssh-ed25519'],
  ['ecdsa-sha2-nistp256', 'ecdsa-sha2-nistp384', 'ecdsa-sha2-nistp521'],
  ['rsa-sha2-512', 'rsa-sha2-256'],
] as const;

export type HostKeys =
  | { readonly kind: 'keys'; readonly keys: readonly HostKey[] }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

/**
 * Asks a server who it is, the strongest key first. Nothing is trusted, and nobody is let in, by that. Never rejects.
 *
 * @param answerMs how long the server may take
 */
export async function hostKeys(host: string, port: number, answerMs = 5000): Promise<HostKeys> {
  const answers = await Promise.all(types.map((type) => shownKey({ host, port, readyTimeout: answerMs }, type)));
  const keys = answers.flatMap((answer) => (Buffer.isBuffer(answer) ? [hostKeyOf(host, port, answer)] : []));
  if (keys.length > 0) return { kind: 'keys', keys };
  const [error] = answers;
  return { kind: 'failed', trouble: ssh2Exit(error instanceof Error ? error : new Error('no key')).trouble };
}

/** The key's bytes as they go over the wire, or why there is none. */
async function shownKey(
  where: { readonly host: string; readonly port: number; readonly readyTimeout: number },
  serverHostKey: (typeof types)[number],
): Promise<Buffer | Error> {
  const { Client } = await import('ssh2');
  return new Promise((resolve) => {
    const client = new Client();
    client.on('error', (error) => {
      resolve(error);
      client.destroy();
    });
    client.on('close', () => resolve(new Error('Connection closed')));
    client.connect({
      ...where,
      username: 'ringside',
      algorithms: { ...plainSsh, serverHostKey: [...serverHostKey] },
      hostVerifier(key: Buffer) {
        resolve(Buffer.from(key));
        return false;
      },
    });
  });
}

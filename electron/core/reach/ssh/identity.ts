import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { makeFolder } from '../../makeFolder.ts';
import { writeAtomically } from '../../settings/atomicFile.ts';

/** What we show to servers to be let in. */
export interface SshIdentity {
  /** A file that only the user can read, without a passphrase. */
  readonly privateKeyFile: string;
  /** As in a `.pub` file, without a line end. */
  readonly publicKey: string;
}

/** Where everything lies that ssh needs. */
export const sshFolder = (dataDir: string) => join(dataDir, 'ssh');

const comment = 'ringside';
const type = 'ssh-ed25519';
const label = 'OPENSSH PRIVATE KEY';

/**
 * The key pair of this data folder, made when there is none.
 *
 * @throws when the disk does not take it
 */
export function sshIdentity(dataDir: string): SshIdentity {
  const folder = sshFolder(dataDir);
  const privateKeyFile = join(folder, 'id_ed25519');
  const publicKeyFile = `${privateKeyFile}.pub`;
  if (!existsSync(privateKeyFile) || !existsSync(publicKeyFile)) {
    const { privateKey, publicKey } = makeKeyPair();
    makeFolder(folder);
    // The public one first: a private key without it would be replaced.
    writeAtomically(publicKeyFile, `${publicKey}\n`);
    writeAtomically(privateKeyFile, privateKey);
  }
  return { privateKeyFile, publicKey: readFileSync(publicKeyFile, 'utf8').trim() };
}

/** An Ed25519 pair as OpenSSH keeps them. @see PROTOCOL.key in OpenSSH's sources */
function makeKeyPair(): { privateKey: string; publicKey: string } {
  const { d = '', x = '' } = generateKeyPairSync('ed25519').privateKey.export({ format: 'jwk' });
  const [seed, point] = [Buffer.from(d, 'base64url'), Buffer.from(x, 'base64url')];
  const publicBlob = Buffer.concat([field(type), field(point)]);
  // Twice the same number: whoever decrypts sees by it that the passphrase was right.
  const check = randomBytes(4);
  const secret = Buffer.concat([
    check,
    check,
    field(type),
    field(point),
    field(Buffer.concat([seed, point])),
    field(comment),
  ]);
  const padding = Buffer.from([1, 2, 3, 4, 5, 6, 7].slice(0, (8 - (secret.length % 8)) % 8));
  const whole = Buffer.concat([
    Buffer.from('openssh-key-v1\0'),
    ...['none', 'none', ''].map(field),
    uint32(1),
    field(publicBlob),
    field(Buffer.concat([secret, padding])),
  ]);
  const lines = whole.toString('base64').match(/.{1,70}/g) ?? [];
  return {
    privateKey: [`-----BEGIN ${label}-----`, ...lines, `-----END ${label}-----`, ''].join('\n'),
    publicKey: `${type} ${publicBlob.toString('base64')} ${comment}`,
  };
}

/** Length, then content: how SSH writes text and bytes. */
function field(content: string | Buffer): Buffer {
  const bytes = Buffer.from(content);
  return Buffer.concat([uint32(bytes.length), bytes]);
}

function uint32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32BE(value);
  return bytes;
}

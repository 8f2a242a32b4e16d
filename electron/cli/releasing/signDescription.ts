import { createPrivateKey, createPublicKey, sign } from 'node:crypto';

import { joinSigned, signedText, splitSigned } from '../../../shared/signedDescription.ts';

/** What is changed in a description before it is signed. */
export interface Changes {
  /** Share of the installations that are offered the version, in percent. */
  readonly rollout?: number | undefined;
  /** Where the files lie, when they do not lie beside the description: an address that ends in a slash. */
  readonly filesAt?: string | undefined;
}

/**
 * Signs the description of a version that will lie on the server as `name`, anew if it is signed already.
 *
 * @param secretKey Ed25519, PKCS #8, DER, base64
 * @throws when it is no such key
 */
export function signDescription(name: string, text: string, secretKey: string, changes: Changes = {}): string {
  const body = `${changed(splitSigned(text).body.trimEnd().split('\n'), changes).join('\n')}\n`;
  const signature = sign(null, Buffer.from(signedText(name, body)), privateKey(secretKey));
  return joinSigned(body, signature.toString('base64'));
}

/** The half of a key that is built into the program: SPKI, DER, base64. */
export function publicKeyOf(secretKey: string): string {
  return createPublicKey(privateKey(secretKey)).export({ format: 'der', type: 'spki' }).toString('base64');
}

/** Line by line, for electron-builder writes them one way only. */
function changed(lines: readonly string[], { rollout, filesAt }: Changes): string[] {
  const moved =
    filesAt === undefined
      ? lines
      : lines.map((line) => line.replace(/^( {2}- url|path): (?:.*\/)?(.+)$/, `$1: ${filesAt}$2`));
  if (rollout === undefined) return [...moved];
  return [...moved.filter((line) => !line.startsWith('stagingPercentage:')), `stagingPercentage: ${rollout}`];
}

function privateKey(secretKey: string) {
  return createPrivateKey({ key: Buffer.from(secretKey, 'base64'), format: 'der', type: 'pkcs8' });
}

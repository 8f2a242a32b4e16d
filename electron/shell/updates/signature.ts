import { createPublicKey, verify } from 'node:crypto';

import { signedText, splitSigned } from '../../../shared/signedDescription.ts';

/** A description of a version is not by those who built this Ringside. */
export class BadSignature extends Error {}

/**
 * Gives back what was signed of the description that lies on the server as `name`. `publicKey`: Ed25519, SPKI, DER, base64.
 *
 * @throws BadSignature when it is not signed, or with another key
 */
export function provenBody(name: string, text: string, publicKey: string): string {
  const { body, signature } = splitSigned(text);
  if (signature === null) throw new BadSignature(`${name} is not signed`);
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  if (!verify(null, Buffer.from(signedText(name, body)), key, Buffer.from(signature, 'base64'))) {
    throw new BadSignature(`${name} is not signed by those who built this Ringside`);
  }
  return body;
}

import { createPublicKey, verify } from 'node:crypto';

/** The last line of a description: a comment to everybody else. */
const line = /\n# signature: (?<signature>[A-Za-z0-9+/=]+)\n?$/;

/** A description of a version is not by those who built this Ringside. */
export class BadSignature extends Error {}

/**
 * Splits a description into what is signed and the signature, which is null when there is none.
 */
export function splitSigned(text: string): { readonly body: string; readonly signature: string | null } {
  const found = line.exec(text);
  if (found === null) return { body: text, signature: null };
  return { body: text.slice(0, found.index + 1), signature: found.groups?.['signature'] ?? null };
}

/** What the signature is over: the name too, so that the description of a beta is none of a stable version. */
export function signedBytes(name: string, body: string): Buffer {
  return Buffer.from(`${name}\n${body}`);
}

/**
 * Gives back what was signed of the description that lies on the server as `name`. `publicKey`: SPKI, DER, base64.
 *
 * @throws BadSignature when there is none, or it is another's
 */
export function provenBody(name: string, text: string, publicKey: string): string {
  const { body, signature } = splitSigned(text);
  if (signature === null) throw new BadSignature(`${name} is not signed`);
  const key = createPublicKey({ key: Buffer.from(publicKey, 'base64'), format: 'der', type: 'spki' });
  if (!verify(null, signedBytes(name, body), key, Buffer.from(signature, 'base64'))) {
    throw new BadSignature(`${name} is not signed by those who built this Ringside`);
  }
  return body;
}

import { createPrivateKey, createPublicKey, sign } from 'node:crypto';

import { joinSigned, signedText, splitSigned } from '../../../shared/signedDescription.ts';

/**
 * Signs the description of a version that will lie on the server as `name`, anew if it is signed already.
 *
 * @param secretKey Ed25519, PKCS #8, DER, base64
 * @param rollout share of the installations that are offered it, in percent; null leaves what the description says
 * @throws when it is no such key
 */
export function signDescription(name: string, text: string, secretKey: string, rollout: number | null): string {
  const body = withRollout(splitSigned(text).body.trimEnd(), rollout);
  const signature = sign(null, Buffer.from(signedText(name, body)), privateKey(secretKey));
  return joinSigned(body, signature.toString('base64'));
}

/** The half of a key that is built into the program: SPKI, DER, base64. */
export function publicKeyOf(secretKey: string): string {
  return createPublicKey(privateKey(secretKey)).export({ format: 'der', type: 'spki' }).toString('base64');
}

function withRollout(body: string, rollout: number | null): string {
  if (rollout === null) return `${body}\n`;
  const others = body.split('\n').filter((line) => !line.startsWith('stagingPercentage:'));
  return `${[...others, `stagingPercentage: ${rollout}`].join('\n')}\n`;
}

function privateKey(secretKey: string) {
  return createPrivateKey({ key: Buffer.from(secretKey, 'base64'), format: 'der', type: 'pkcs8' });
}

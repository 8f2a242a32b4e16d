import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { writeAtomically } from '../settings/atomicFile.ts';

/**
 * The secret in the webhook address: 256 random bits, made once. In a file of its own rather than in the database,
 * because the PBX is set up with it and it has to outlive a damaged one.
 *
 * @throws when the file can be neither read nor written
 */
export function webhookToken(path: string): string {
  const found = existsSync(path) ? readFileSync(path, 'utf8').trim() : '';
  if (/^[A-Za-z0-9_-]{43}$/.test(found)) return found;
  const token = randomBytes(32).toString('base64url');
  writeAtomically(path, `${token}\n`);
  return token;
}

/** Compares in constant time, whatever the lengths. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(a), digest(b));
}

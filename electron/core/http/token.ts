import { hash, randomBytes, timingSafeEqual } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';

import { writeAtomically } from '../settings/atomicFile.ts';
import { moveAside } from '../store/moveAside.ts';

/**
 * The secret in the webhook address: 256 random bits, made once. In a file of its own rather than in the database,
 * because the PBX is set up with it and it has to outlive a damaged one. A file that holds no token is moved aside.
 *
 * @throws when the file can be neither read nor written
 */
export function webhookToken(path: string, now: Date): { token: string; movedAside: string | null } {
  const isThere = existsSync(path);
  const found = isThere ? readFileSync(path, 'utf8').trim() : '';
  if (/^[A-Za-z0-9_-]{43}$/.test(found)) return { token: found, movedAside: null };
  const movedAside = isThere ? moveAside(path, now) : null;
  const token = randomBytes(32).toString('base64url');
  writeToken(path, token);
  return { token, movedAside };
}

/** @throws when the disk does not take it */
export function writeToken(path: string, token: string): void {
  writeAtomically(path, `${token}\n`);
}

/** Compares in constant time, whatever the lengths. */
export function sameSecret(a: string, b: string): boolean {
  const digest = (text: string) => hash('sha256', text, 'buffer');
  return timingSafeEqual(digest(a), digest(b));
}

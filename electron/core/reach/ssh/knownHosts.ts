import { hash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import type { HostKey } from '../../../../shared/reach.ts';
import { makeFolder } from '../../makeFolder.ts';
import { writeAtomically } from '../../settings/atomicFile.ts';
import { sshFolder } from './identity.ts';

/** A file of our own: what the user's other programs trust is their business. */
export const knownHostsFile = (dataDir: string) => join(sshFolder(dataDir), 'known_hosts');

/** A key of a server, from its bytes as they go over the wire. */
export function hostKeyOf(host: string, port: number, blob: Buffer): HostKey {
  const type = blob.toString('latin1', 4, 4 + blob.readUInt32BE(0));
  return {
    type,
    fingerprint: `SHA256:${hash('sha256', blob, 'base64').replace(/=+$/, '')}`,
    line: `${nameOf(host, port)} ${type} ${blob.toString('base64')}`,
  };
}

/**
 * Trusts this key from now on, and no other.
 *
 * @returns false when it is not a key of this server: the line has to fit what the user has seen
 * @throws when the disk does not take it
 */
export function pinHostKey(dataDir: string, host: string, port: number, key: HostKey): boolean {
  const read = readLine(host, port, key.line);
  if (read === null || read.fingerprint !== key.fingerprint || read.type !== key.type) return false;
  makeFolder(sshFolder(dataDir));
  writeAtomically(knownHostsFile(dataDir), `${read.line}\n`);
  return true;
}

/** The key that the user trusts of this server; null when there is none. */
export function pinnedHostKey(dataDir: string, host: string, port: number): HostKey | null {
  const file = knownHostsFile(dataDir);
  return existsSync(file) ? readLine(host, port, readFileSync(file, 'utf8').trim()) : null;
}

/** What a line of known hosts says of this server; null when it speaks of another, or is none. */
function readLine(host: string, port: number, line: string): HostKey | null {
  const [name, type, base64, ...rest] = line.split(' ');
  if (name !== nameOf(host, port) || type === undefined || base64 === undefined || rest.length > 0) return null;
  const blob = Buffer.from(base64, 'base64');
  if (blob.length < 8 || blob.toString('base64') !== base64) return null;
  const key = hostKeyOf(host, port, blob);
  return key.type === type ? key : null;
}

/** As OpenSSH looks servers up. */
function nameOf(host: string, port: number): string {
  return port === 22 ? host.toLowerCase() : `[${host.toLowerCase()}]:${port}`;
}

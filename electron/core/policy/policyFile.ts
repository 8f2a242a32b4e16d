import { readFileSync, realpathSync, statSync } from 'node:fs';
import { dirname } from 'node:path';

import type { PolicyFault } from '../../../shared/policy.ts';
import type { PolicySource } from './policySource.ts';

/** Far more than a user name and an extension for each of ten thousand agents. */
const mostBytes = 1024 * 1024;

/** What lies where the policy is read from. */
export type PolicyFile =
  | { readonly kind: 'none' }
  | { readonly kind: 'text'; readonly text: string }
  /** There is one, and it is not to be used. */
  | { readonly kind: 'refused'; readonly fault: PolicyFault };

/** Reads the policy file, unless somebody else than its owner could have written it. Never throws. */
export function readPolicyFile({ path, owner }: PolicySource): PolicyFile {
  try {
    const { size } = statSync(path);
    const open = owner === null ? undefined : [path, dirname(path), dirname(realpathSync(path))].find(isOpenTo(owner));
    if (open !== undefined) return refused('others-may-write', open);
    if (size > mostBytes) return refused('large');
    return { kind: 'text', text: decoded(readFileSync(path)) };
  } catch (error) {
    const isAbsent = error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ENOTDIR');
    return isAbsent ? { kind: 'none' } : refused('unreadable', error instanceof Error ? error.message : String(error));
  }
}

function refused(fault: PolicyFault['fault'], detail = ''): PolicyFile {
  return { kind: 'refused', fault: { where: '', fault, detail } };
}

/** Whether others than the owner, or root, may write it. Whoever may write a folder may replace what lies in it. */
function isOpenTo(owner: number): (path: string) => boolean {
  return (path) => {
    const { uid, mode } = statSync(path);
    return (uid !== owner && uid !== 0) || (mode & 0o022) !== 0;
  };
}

/** PowerShell writes UTF-16 unless it is told otherwise, and Notepad a byte order mark; a decoder leaves that out. */
function decoded(bytes: Buffer): string {
  const isUtf16 = bytes[0] === 0xff && bytes[1] === 0xfe;
  return new TextDecoder(isUtf16 ? 'utf-16le' : 'utf-8').decode(bytes);
}

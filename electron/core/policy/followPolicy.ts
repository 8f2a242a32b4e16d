import { userInfo } from 'node:os';
import { isDeepStrictEqual } from 'node:util';

import { type PolicyFile, readPolicyFile } from './policyFile.ts';
import type { PolicySource } from './policySource.ts';
import { type Policy, readPolicy } from './readPolicy.ts';

/** The organisation's policy, as long as Ringside runs. */
export interface PolicyFollower {
  current(): Policy | null;
  /** Reads the file again. True when another policy is in force now. */
  look(): boolean;
}

/**
 * Reads the policy at once; none without a source. A file that is another later counts once it was found the same twice:
 * somebody may be in the middle of writing it.
 */
export function followPolicy(source: PolicySource | null): PolicyFollower {
  if (source === null) return { current: () => null, look: () => false };
  const understood = (file: PolicyFile) => readPolicy(file, source.path, userName());
  let inForce = readPolicyFile(source);
  let seen = inForce;
  let policy = understood(inForce);
  return {
    current: () => policy,
    look() {
      const now = readPolicyFile(source);
      const isSettled = isDeepStrictEqual(now, seen);
      seen = now;
      if (!isSettled || isDeepStrictEqual(now, inForce)) return false;
      inForce = now;
      policy = understood(now);
      return true;
    },
  };
}

/** Empty where the system has no name for whoever runs this. */
function userName(): string {
  try {
    return userInfo().username;
  } catch {
    return '';
  }
}

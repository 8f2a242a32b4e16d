import { userInfo } from 'node:os';

import { policyFaultSentence } from '../../shared/policy.ts';
import type { Settings } from '../../shared/settings.ts';
import { en } from '../../shared/words/en.ts';
import { readPolicyFile } from '../core/policy/policyFile.ts';
import { machinePolicy } from '../core/policy/policySource.ts';
import { readPolicy } from '../core/policy/readPolicy.ts';
import { say } from './terminal.ts';

/**
 * `--check-policy FILE`: says what a policy comes to for the user who asks, and what is wrong with it. Where it lies in its
 * place on this machine, who may write it is looked at, too. Returns the exit code: 0, or 2 when something is wrong.
 */
export function checkPolicy(path: string): 0 | 2 {
  const machine = machinePolicy(process.platform);
  const file = readPolicyFile(path === machine.path ? machine : { path, owner: null });
  const policy = readPolicy(file, path, userInfo().username);
  if (policy === null) {
    say('stderr', `There is no file ${path}.`);
    return 2;
  }
  for (const line of [...linesOf('locked', policy.locked), ...linesOf('default', policy.defaults)]) say('stdout', line);
  const words = { ...en.settingFaults, ...en.policyFaults };
  for (const fault of policy.faults) say('stderr', `Not in force: ${policyFaultSentence(fault, words)}`);
  return policy.faults.length === 0 ? 0 : 2;
}

function linesOf(kind: string, settings: Partial<Settings>): string[] {
  return Object.entries(settings).map(([name, value]) => `${kind.padEnd(8)} ${name} = ${JSON.stringify(value)}`);
}

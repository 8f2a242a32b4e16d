import { readFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, test } from 'vitest';

import { machinePolicy } from '../../electron/core/policy/policySource.ts';
import { readPolicy } from '../../electron/core/policy/readPolicy.ts';
import { defaultSettings } from '../../shared/settings.ts';

const text = readFileSync(join(import.meta.dirname, '..', '..', 'docs', 'managed.md'), 'utf8');

test('the guide for administrators names every setting, with an example that Ringside takes', () => {
  const rows = [...text.matchAll(/^\| `(\w+)` \| (?:`(.+?)`|see below) \|/gm)];
  const names = Object.keys(defaultSettings).filter((name) => name !== 'doNotDisturbUntilUs');
  expect(new Set(rows.map(([, name]) => name))).toEqual(new Set(names));
  expect(rows).toHaveLength(names.length);
  for (const [, name, example] of rows) {
    if (example === undefined) continue;
    expect(faultsOf(`{"locked":{"${name}":${example}}}`)).toEqual([]);
  }
});

test('the guide shows policies that are well', () => {
  const policies = [...text.matchAll(/```json\n(.*?)```/gs)].map(([, policy = '']) => policy);
  expect(policies.length).toBeGreaterThan(2);
  for (const policy of policies) expect(faultsOf(policy)).toEqual([]);
});

test.each(['win32', 'darwin', 'linux'] as const)('the guide says where the file lies on %s', (platform) => {
  expect(text).toContain(`| \`${machinePolicy(platform).path}\` |`);
});

function faultsOf(policy: string) {
  return readPolicy({ kind: 'text', text: policy }, 'policy.json', 'agent-1002')?.faults;
}

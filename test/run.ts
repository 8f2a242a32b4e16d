import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

import packageJson from '../package.json' with { type: 'json' };
import type { Tally } from './support/tally.ts';
import { tallyVariable } from './support/tally.ts';

/**
 * `npm test`: everything that proves Ringside, one stage after the other, whatever became of those before. Ends with what
 * could not run and why, and one line of figures; exits with 1 when anything failed.
 */

/** `checks` pass or fail as one; `tests` are counted one by one. `needs`: the stage without which this one is pointless. */
interface Stage {
  readonly name: string;
  readonly script: keyof typeof packageJson.scripts;
  readonly counts: 'checks' | 'tests';
  readonly needs?: string;
}

const stages: readonly Stage[] = [
  { name: 'format', script: 'check:format', counts: 'checks' },
  { name: 'lint', script: 'check:lint', counts: 'checks' },
  { name: 'types', script: 'check:types', counts: 'checks' },
  { name: 'build', script: 'build', counts: 'checks' },
  { name: 'unit and integration', script: 'unit', counts: 'tests' },
  { name: 'end to end', script: 'e2e', counts: 'tests', needs: 'build' },
];

interface Finished extends Tally {
  readonly stage: Stage;
  readonly seconds: number;
}

const root = join(import.meta.dirname, '..');
const scratch = mkdtempSync(join(tmpdir(), 'ringside-tally-'));
// npm does this for its scripts; whoever runs this file by hand gets the same.
process.env['PATH'] = [join(root, 'node_modules', '.bin'), process.env['PATH']].join(delimiter);

const finished: Finished[] = [];
for (const stage of stages) {
  const blocker = finished.find((done) => done.stage.name === stage.needs && done.failed > 0);
  const leftOut = [{ file: stage.name, reason: `${stage.needs} failed` }];
  finished.push(
    blocker
      ? { stage, seconds: 0, passed: 0, failed: 0, failures: [], triedTwice: [], leftOut }
      : await runStage(stage),
  );
}
rmSync(scratch, { recursive: true, force: true });
sumUp();

async function runStage(stage: Stage): Promise<Finished> {
  console.log(`\n━━ ${stage.name}`);
  const startedMs = performance.now();
  const report = join(scratch, `${stage.script}.json`);
  const command = packageJson.scripts[stage.script];
  const succeeded =
    stage.counts === 'checks'
      ? await run(command, {})
      : await run(`${command} --reporter=default --reporter=./test/support/tallyReporter.ts`, {
          [tallyVariable]: report,
        });
  const tally = stage.counts === 'checks' ? noTests(succeeded) : readTally(report, succeeded);
  return { stage, seconds: (performance.now() - startedMs) / 1000, ...tally };
}

/** Resolves with whether the command ended well; crashes and signals are no good end. */
function run(command: string, env: Readonly<Record<string, string>>): Promise<boolean> {
  return new Promise((resolve) => {
    const child = spawn(command, { cwd: root, shell: true, stdio: 'inherit', env: { ...process.env, ...env } });
    child.once('error', () => resolve(false));
    child.once('exit', (code) => resolve(code === 0));
  });
}

function noTests(succeeded: boolean): Tally {
  return { passed: succeeded ? 1 : 0, failed: succeeded ? 0 : 1, failures: [], triedTwice: [], leftOut: [] };
}

/** A run that crashed left no tally, or one that knows of no failure: either way it counts as one. */
function readTally(report: string, succeeded: boolean): Tally {
  try {
    const tally = JSON.parse(readFileSync(report, 'utf8')) as Tally;
    return succeeded ? tally : { ...tally, failed: Math.max(1, tally.failed) };
  } catch {
    return noTests(false);
  }
}

function sumUp(): void {
  console.log('\n━━ result');
  for (const { stage, seconds, passed, failed, leftOut } of finished) {
    const verdict = failed > 0 ? 'FAILED' : passed > 0 ? 'passed' : 'not run';
    const figures = [
      `${passed} passed`,
      failed > 0 && `${failed} failed`,
      leftOut.length > 0 && `${leftOut.length} skipped`,
    ];
    const words = stage.counts === 'tests' ? figures.filter(Boolean).join(', ') : '';
    console.log(`${verdict.padEnd(8)}${stage.name.padEnd(22)}${`${seconds.toFixed(1)} s`.padStart(8)}   ${words}`);
  }

  const failures = finished.flatMap((stage) => stage.failures);
  if (failures.length > 0) console.log('\nFailed:');
  for (const what of failures) console.log(`  ${what}`);

  const triedTwice = finished.flatMap((stage) => stage.triedTwice);
  if (triedTwice.length > 0) console.log('\nPassed at the second try only:');
  for (const what of triedTwice) console.log(`  ${what}`);

  const leftOut = finished.flatMap((stage) => stage.leftOut);
  const reasons = Map.groupBy(leftOut, ({ file, reason }) => `${file}: ${reason}`);
  if (reasons.size > 0) console.log('\nCould not run:');
  for (const [reason, tests] of reasons) console.log(`  ${tests.length} × ${reason}`);

  const passed = finished.reduce((sum, stage) => sum + stage.passed, 0);
  const failed = finished.reduce((sum, stage) => sum + stage.failed, 0);
  console.log(`\n${passed} passed, ${failed} failed, ${leftOut.length} skipped`);
  process.exitCode = failed > 0 ? 1 : 0;
}

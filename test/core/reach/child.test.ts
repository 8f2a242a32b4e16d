import { existsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { systemClock } from '../../../electron/core/clock.ts';
import { runChild } from '../../../electron/core/reach/child.ts';
import { findProgram } from '../../../electron/core/reach/findProgram.ts';
import { endLeftChild, rememberChild } from '../../../electron/core/reach/leftChild.ts';
import { processes } from '../../support/processTree.ts';
import { standIn } from '../../support/standIn.ts';
import { tempFolder } from '../../support/tempFolder.ts';

/** Runs a program to its end, or until the test is over; `heard` is told every line. */
function run(program: string, args: string[] = [], heard: (line: string) => void = () => {}) {
  const end = new AbortController();
  const lines: string[] = [];
  const code = runChild({
    program,
    args,
    dataDir: tempFolder(),
    clock: systemClock,
    signal: end.signal,
    line(text) {
      lines.push(text);
      heard(text);
    },
  });
  onTestFinished(async () => {
    end.abort();
    await code;
  });
  return { code, lines, end };
}

test('a program is heard on both streams, line by line, and its exit code is told', async () => {
  const program = standIn(
    'talker',
    `process.stdout.write('one\\r\\ntwo'); process.stderr.write('three\\n\\n'); process.exitCode = 7;`,
  );
  const { code, lines } = run(program);
  expect(await code).toBe(7);
  expect(lines.sort()).toEqual(['one', 'three', 'two']);
});

test('a program that never ends its line fills no memory', async () => {
  const program = standIn('babbler', `process.stdout.write('x'.repeat(3_000_000) + '\\nlast\\n');`);
  const { code, lines } = run(program);
  await code;
  expect(lines.map(({ length }) => length)).toEqual([4096, 4]);
});

test('arguments arrive as they are, whatever is in them', async () => {
  const args = ['$HOME', "it's", '"quoted"', '', 'a b', '`id`', '-n', 'é'];
  const program = standIn('echo', 'process.stdout.write(JSON.stringify(process.argv.slice(2)));');
  const { code, lines } = run(program, args);
  await code;
  expect(JSON.parse(lines.join(''))).toEqual(args);
});

test('a program sees no more of our environment than it needs', async () => {
  process.env['RINGSIDE_TEST_SECRET'] = 'hush';
  onTestFinished(() => void delete process.env['RINGSIDE_TEST_SECRET']);
  const { code, lines } = run(standIn('env', 'process.stdout.write(JSON.stringify(process.env));'));
  await code;
  expect(lines.join('')).not.toContain('hush');
  expect(JSON.parse(lines.join(''))).toMatchObject({ LC_ALL: 'C', PATH: process.env['PATH'] });
});

test('a program that is not there is no error', async () => {
  const { code, lines } = run('/nowhere/program');
  expect(await code).toBe(127);
  expect(lines.join('')).toContain('/nowhere/program');
});

test('a program that is asked to end may say goodbye, and nothing of it is left', async () => {
  const program = standIn(
    'polite',
    `process.on('SIGTERM', () => { console.log('bye'); process.exit(3); }); setInterval(() => {}, 1000); console.log('hello');`,
  );
  const { code, lines, end } = run(program, [], (line) => {
    if (line === 'hello') end.abort();
  });
  expect(await code).toBe(3);
  expect(lines).toEqual(['hello', 'bye']);
  expect(processes().filter(({ args }) => args.includes(program))).toEqual([]);
});

test('what is said to stop before it starts does not start', async () => {
  const program = standIn('late', `console.log('hello');`);
  const lines: string[] = [];
  const options = { program, args: [], dataDir: tempFolder(), clock: systemClock };
  expect(await runChild({ ...options, signal: AbortSignal.abort(), line: (text) => lines.push(text) })).toBeNull();
  expect(lines).toEqual([]);
});

test('programs are found on the path, or where the user says', () => {
  expect(findProgram('sh')).toMatch(/^\/.*\/sh$/);
  expect(findProgram('no-such-program-anywhere')).toBeNull();
  const named = standIn('cloudflared', '');
  expect(findProgram('cloudflared', named)).toBe(named);
  expect(findProgram('sh', 'sh')).toBeNull();
  const text = join(tempFolder(), 'cloudflared');
  writeFileSync(text, 'no program', { mode: 0o644 });
  expect(findProgram('cloudflared', text)).toBeNull();
});

test('what a crash left behind is looked for once', async () => {
  const dataDir = tempFolder();
  const file = join(dataDir, 'tunnel-process.json');
  rememberChild(dataDir, 2 ** 22 + 1, 1_800_000_000_000_000);
  expect(existsSync(file)).toBe(true);
  await endLeftChild(dataDir);
  expect(existsSync(file)).toBe(false);
  writeFileSync(file, '{"pid": "1; rm -rf"}');
  await endLeftChild(dataDir);
  expect(existsSync(file)).toBe(false);
});

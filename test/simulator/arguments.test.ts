import { expect, test } from 'vitest';

import { readArguments } from '../../electron/simulator/arguments.ts';

const known = ['direct-answered', 'caller-hung-up', 'declined-603', 'declined-486', 'storm'];
const read = (line: string) => readArguments(line.split(' ').filter(Boolean), known);
function complaint(line: string): string {
  const asked = read(line);
  return asked.kind === 'wrong' ? asked.message : '';
}

test('without arguments it plays the demo, in real time', () => {
  expect(read('')).toEqual({
    kind: 'play',
    wish: { names: [], speed: 1, calls: 200 },
  });
});

test('every flag is read', () => {
  const line = 'storm caller-hung-up --to http://127.0.0.1:1/h --speed 60 --extension 7 --domain d --seed 3 --calls 9';
  expect(read(line)).toEqual({
    kind: 'play',
    wish: {
      names: ['storm', 'caller-hung-up'],
      to: new URL('http://127.0.0.1:1/h'),
      speed: 60,
      extension: '7',
      domain: 'd',
      seed: 3,
      calls: 9,
    },
  });
  expect(read('--speed max --data-dir /d')).toMatchObject({ wish: { speed: Infinity, dataDir: '/d' } });
});

test('help and the list are asked for by flag', () => {
  expect(read('--help')).toEqual({ kind: 'help' });
  expect(read('--list')).toEqual({ kind: 'list' });
});

test('an unknown flag is an error that names what may have been meant', () => {
  expect(complaint('--sped 3')).toContain('--speed');
  expect(complaint('--frobnicate')).toContain('--help');
  expect(complaint('-x')).toContain('There is no flag -x');
});

test('an unknown scenario is an error that names what may have been meant', () => {
  expect(complaint('dirct-answered')).toContain('direct-answered');
  expect(complaint('declined')).toContain('declined-603 or declined-486');
  expect(complaint('xyzzy-plugh')).toContain('--list');
});

test.each([
  '--to',
  '--to nowhere',
  '--to ftp://example.com/',
  '--to http://a/ --data-dir d',
  '--speed 0',
  '--speed -1',
  '--speed quick',
  '--seed 1.5',
  '--calls 0',
  '--calls many',
  '--list=yes',
  '--extension=',
])('%s makes no sense, and it says why', (line) => {
  expect(read(line)).toEqual({ kind: 'wrong', message: expect.stringMatching(/^\S.*\S$/) });
});

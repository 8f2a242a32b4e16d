import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { afterEach, beforeEach, expect, test } from 'vitest';

import { readWindowState, writeWindowState } from '../../electron/shell/windowState.ts';

const state = { bounds: { x: 10, y: 20, width: 800, height: 600 }, maximized: true };
let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'ringside-window-'));
  file = join(folder, 'window.json');
});
afterEach(() => rmSync(folder, { recursive: true }));

test('what was written is read back, and nothing else is left in the folder', () => {
  writeWindowState(file, state);
  expect(readWindowState(file)).toEqual(state);
  expect(readdirSync(folder)).toEqual(['window.json']);
});

test('there is no state before the first one was written', () => {
  expect(readWindowState(file)).toBeNull();
});

test.each([
  '',
  '{',
  'null',
  '[]',
  '{"bounds":{"x":1},"maximized":false}',
  '{"bounds":{"x":1,"y":2,"width":3,"height":"4"}}',
])('a file that holds %j is as good as none', (text) => {
  writeFileSync(file, text);
  expect(readWindowState(file)).toBeNull();
});

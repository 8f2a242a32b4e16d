import { expect, test } from 'vitest';

import { ownArguments } from '../../electron/shell/launch.ts';

test('in the project the app folder is left out, in a package there is none', () => {
  expect(ownArguments(['electron', '.', '--port', '0'], false)).toEqual(['--port', '0']);
  expect(ownArguments(['Ringside', '--port', '0'], true)).toEqual(['--port', '0']);
});

test('switches of Chromium, Electron and the debuggers are not ours', () => {
  const foreign = ['--inspect=0', '--remote-debugging-port=0', '--enable-features=X', '--ozone-platform-hint=auto'];
  expect(ownArguments(['electron', ...foreign, '.', '--data-dir=/d', '--lang=el'], false)).toEqual(['--data-dir=/d']);
});

test('a mistyped flag of ours is kept, so that it can be refused', () => {
  expect(ownArguments(['Ringside', '--exten', '1002'], true)).toEqual(['--exten', '1002']);
});

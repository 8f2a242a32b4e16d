import { expect, test } from 'vitest';

import { autostartEntry } from '../../electron/shell/autostartEntry.ts';

const execOf = (command: readonly string[]) => /^Exec=(.*)$/m.exec(autostartEntry(command))?.[1];

test('the desktop starts Ringside hidden', () => {
  expect(autostartEntry(['/opt/Ringside/ringside', '--hidden'])).toMatch(
    /^\[Desktop Entry\]\nType=Application\nName=Ringside\nTryExec=\/opt\/Ringside\/ringside\nExec=\/opt\/Ringside\/ringside --hidden\n/,
  );
});

test('a path is one argument, whatever is in it', () => {
  expect(execOf(['/home/me/My Apps/Ringside.AppImage'])).toBe('"/home/me/My Apps/Ringside.AppImage"');
  expect(execOf(['/x/100%'])).toBe('"/x/100%%"');
  expect(execOf(['/x/$HOME"`\\'])).toBe(String.raw`"/x/\\$HOME\\"\\` + '`' + String.raw`\\\\"`);
});

test('an entry left behind by a Ringside that is gone is passed over: the desktop tries the program first', () => {
  expect(autostartEntry(['/home/me/My Apps/R\\.AppImage', '--hidden'])).toContain(
    '\nTryExec=/home/me/My Apps/R\\\\.AppImage\n',
  );
});

import { expect, test } from 'vitest';

import { windowSystemSwitches } from '../../electron/cli/windowSystem.ts';

const wayland = { WAYLAND_DISPLAY: 'wayland-0', DISPLAY: ':0' };

test('a Wayland desktop that has X as well shows Ringside by way of that', () => {
  expect(windowSystemSwitches('linux', wayland)).toEqual(['--ozone-platform=x11']);
});

test.each([
  ['a desktop of X', 'linux', { DISPLAY: ':0' }],
  ['a Wayland desktop without X', 'linux', { WAYLAND_DISPLAY: 'wayland-0' }],
  ['an empty name, which means none', 'linux', { WAYLAND_DISPLAY: '', DISPLAY: ':0' }],
  ['another system', 'darwin', wayland],
] as const)('%s is left as it is', (_what, platform, env) => {
  expect(windowSystemSwitches(platform, env)).toEqual([]);
});

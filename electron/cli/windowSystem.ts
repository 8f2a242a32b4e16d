/**
 * The switches that tell Chromium which window system to draw on. A Wayland desktop lets no program place its windows or
 * keep them above others, and the card lives by both: where XWayland is there as well, Ringside uses that.
 */
export function windowSystemSwitches(
  platform: NodeJS.Platform,
  env: Readonly<Record<string, string | undefined>>,
): readonly string[] {
  return platform === 'linux' && env['WAYLAND_DISPLAY'] && env['DISPLAY'] ? ['--ozone-platform=x11'] : [];
}

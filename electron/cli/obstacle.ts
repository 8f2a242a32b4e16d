import { sandboxProblem } from './sandbox.ts';

/** Why Electron cannot run here, and what to do about it; null when nothing is known to be in its way. */
export function obstacle(electron: string, sandboxed: boolean): string | null {
  if (process.platform !== 'linux') return null;
  if (!process.env['DISPLAY'] && !process.env['WAYLAND_DISPLAY']) {
    return 'Electron has no display here. Start with --browser instead.';
  }
  const problem = sandboxed ? sandboxProblem(electron) : null;
  return problem && `Electron's sandbox ${problem}. In a container add --no-sandbox; elsewhere start with --browser.`;
}

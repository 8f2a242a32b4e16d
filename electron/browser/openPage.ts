import { spawn } from 'node:child_process';

/**
 * Asks the system to open an address in the user's browser. Where there is none, nothing happens: the address is in the
 * terminal too. No shell reads it on the way.
 */
export function openPage(url: string): void {
  const [command, ...args] = opener(process.platform);
  const child = spawn(command, [...args, url], { detached: true, stdio: 'ignore', windowsHide: true });
  child.once('error', () => {});
  child.unref();
}

function opener(platform: NodeJS.Platform): readonly [string, ...string[]] {
  if (platform === 'win32') return ['rundll32', 'url.dll,FileProtocolHandler'];
  if (platform === 'darwin') return ['open'];
  return ['xdg-open'];
}

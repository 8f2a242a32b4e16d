/** What a package is for, in the words of electron-builder. */
export const systems = ['mac', 'win', 'linux'] as const;
export type System = (typeof systems)[number];

/** The one that this process runs on. */
export function systemOf(platform: NodeJS.Platform): System {
  if (platform === 'darwin') return 'mac';
  return platform === 'win32' ? 'win' : 'linux';
}

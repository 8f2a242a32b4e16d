import { readdir, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';

/**
 * Names the installers right in a folder of builds `…-unsigned`, and removes what would offer them as an update: nobody
 * who has a signed Ringside is to get another. Answers with the new names. Twice does no harm.
 * @throws when there is no installer
 */
export async function markUnsigned(folder: string): Promise<readonly string[]> {
  const entries = await readdir(folder, { withFileTypes: true });
  const names = entries.filter((entry) => entry.isFile()).map(({ name }) => name);
  const installers = names.filter((name) => /\.(?:dmg|zip|exe|AppImage|deb|rpm)$/.test(name));
  if (installers.length === 0) throw new Error(`there is no installer in ${folder}`);
  for (const name of names.filter(offersUpdate)) await rm(join(folder, name));
  const marked = installers.map((name) => [name, unsignedName(name)] as const);
  for (const [before, after] of marked) await rename(join(folder, before), join(folder, after));
  return marked.map(([, after]) => after);
}

/** What electron-updater reads: the list of the newest files, and which parts of a file have changed. */
function offersUpdate(name: string): boolean {
  return name.endsWith('.blockmap') || (name.endsWith('.yml') && !name.startsWith('builder-'));
}

function unsignedName(name: string): string {
  return name.replace(/(?:-unsigned)?(\.[^.]+)$/, '-unsigned$1');
}

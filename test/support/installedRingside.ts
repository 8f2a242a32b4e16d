import { execFile } from 'node:child_process';
import { copyFileSync, linkSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

import { findElectron } from '../../electron/cli/electronBinary.ts';
import type { UpdateSource } from '../../electron/shell/updates/source.ts';
import packageJson from '../../package.json' with { type: 'json' };

const root = join(import.meta.dirname, '..', '..');

/** As Vite's own process sees it: `buildApart` says why in one of its own. */
const build = `
  process.env.NODE_ENV = 'production';
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({
    configFile: 'vite.config.ts',
    logLevel: 'warn',
    environments: { main: { build: { outDir: process.argv[1] } } },
  });
  await builder.build(builder.environments.main);
`;

/** A Ringside that looks installed: Electron takes it for packaged, and it knows where newer versions come from. */
export interface Installed {
  readonly executable: string;
  /** What the user would start, and what an update replaces. */
  readonly appImage: string;
  readonly env: Readonly<Record<string, string>>;
}

/** Puts version 1.1.0 into `folder`, built to take newer versions from `source`. Needs what `electronForTests` has built. */
export async function installRingside(folder: string, source: UpdateSource): Promise<Installed> {
  const found = await findElectron();
  if (found.kind === 'absent') throw new Error(found.reason);
  const program = join(folder, 'program');
  const app = join(program, 'resources', 'app');
  mkdirSync(join(app, 'dist'), { recursive: true });

  // Electron goes by the name of its program, and by where that one is.
  const executable = join(program, 'ringside');
  try {
    linkSync(found.path, executable);
  } catch {
    copyFileSync(found.path, executable);
  }
  for (const name of readdirSync(dirname(found.path))) {
    if (name !== 'electron' && name !== 'resources') symlinkSync(join(dirname(found.path), name), join(program, name));
  }
  writeFileSync(join(program, 'resources', 'app-update.yml'), 'updaterCacheDirName: ringside-updater\n');

  writeFileSync(join(app, 'package.json'), JSON.stringify({ ...packageJson, version: '1.1.0' }));
  for (const part of ['preload', 'renderer']) symlinkSync(join(root, 'dist', part), join(app, 'dist', part));
  symlinkSync(join(root, 'node_modules'), join(app, 'node_modules'));
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', build, join(app, 'dist', 'main')], {
    cwd: root,
    env: { ...process.env, RINGSIDE_UPDATE_URL: source.url, RINGSIDE_UPDATE_KEY: source.publicKey },
  });

  const appImage = join(folder, 'Ringside.AppImage');
  writeFileSync(appImage, 'version 1.1.0', { mode: 0o755 });
  return { executable, appImage, env: { APPIMAGE: appImage, XDG_CACHE_HOME: join(folder, 'cache') } };
}

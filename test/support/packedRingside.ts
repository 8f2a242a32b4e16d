import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, readdirSync, statSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

import { findElectron } from '../../electron/cli/electronBinary.ts';

const root = join(import.meta.dirname, '..', '..');

/** A Ringside as its users have it, packed for this machine. */
export interface PackedRingside {
  /** Holds the program and everything it brings. */
  readonly folder: string;
  readonly program: string;
  readonly archive: string;
  /** What of the package lies outside the archive. */
  readonly unpacked: string;
  /** The folder of the runtime that it was packed with. */
  readonly runtime: string;
}

/** Packs what is built, with the Electron of these tests, into `output`. Linux alone. */
export async function packRingside(output: string): Promise<PackedRingside> {
  const electron = await findElectron();
  if (electron.kind === 'absent') throw new Error(electron.reason);
  const runtime = dirname(electron.path);
  const version = readFileSync(join(runtime, 'version'), 'utf8').trim().replace(/^v/, '');
  await promisify(execFile)(
    process.execPath,
    [
      join(root, 'node_modules', 'electron-builder', 'cli.js'),
      '--linux',
      'dir',
      '--publish',
      'never',
      `-c.electronDist=${runtime}`,
      `-c.electronVersion=${version}`,
      `-c.directories.output=${output}`,
    ],
    { cwd: root },
  );
  const folder = join(output, 'linux-unpacked');
  const unpacked = join(folder, 'resources', 'app.asar.unpacked');
  // A runtime older than ours needs a binary of its own; see environment() in testElectron.ts.
  const binding = process.env['TEST_SQLITE_BINDING'];
  const prebuilds = join(unpacked, 'node_modules', 'better-sqlite3', 'prebuilds');
  if (binding !== undefined) copyFileSync(binding, join(prebuilds, `linux-${process.arch}.node`));
  return {
    folder,
    program: join(folder, 'ringside'),
    archive: join(folder, 'resources', 'app.asar'),
    unpacked,
    runtime,
  };
}

/** Every file below a folder, as its path from there and its size in bytes. */
export function filesWithSizes(folder: string): ReadonlyMap<string, number> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    files.map((entry) => {
      const path = join(entry.parentPath, entry.name);
      return [relative(folder, path), statSync(path).size];
    }),
  );
}

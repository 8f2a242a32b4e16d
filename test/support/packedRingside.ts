import { execFile } from 'node:child_process';
import { copyFileSync, readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { promisify } from 'node:util';

import { findElectron } from '../../electron/cli/electronBinary.ts';
import type { System } from '../../electron/cli/packaging/system.ts';
import { writeStandInRuntime } from './standInRuntime.ts';

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
  await pack(['--linux', 'dir'], { runtime, output });
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

/** Packs for any system and processor, into `output/packed`, without Electron: something stands in for it. */
export async function packForStandIn(system: System, arch: 'x64' | 'arm64', output: string): Promise<string> {
  const runtime = join(output, 'runtime');
  writeStandInRuntime(runtime, system);
  const file = join(output, 'configuration.json');
  // What stands in has no fuses, and nothing in it could be signed.
  const less = { electronFuses: null, mac: { identity: null } };
  writeFileSync(file, JSON.stringify({ extends: join(root, 'electron-builder.yml'), ...less }));
  const packed = join(output, 'packed');
  await pack([`--${system}`, 'dir', `--${arch}`, '--config', file], { runtime, output: packed });
  return packed;
}

async function pack(args: readonly string[], { runtime, output }: Readonly<Record<'runtime' | 'output', string>>) {
  const version = readFileSync(join(runtime, 'version'), 'utf8').trim().replace(/^v/, '');
  const cli = join(root, 'node_modules', 'electron-builder', 'cli.js');
  const where = [`-c.electronDist=${runtime}`, `-c.electronVersion=${version}`, `-c.directories.output=${output}`];
  await promisify(execFile)(process.execPath, [cli, ...args, '--publish', 'never', ...where], { cwd: root });
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

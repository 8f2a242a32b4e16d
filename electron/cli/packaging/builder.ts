import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

// Both come with electron-builder, whose own door leads to no check of a configuration alone.
import { doMergeConfigs, validateConfiguration } from 'app-builder-lib/out/util/config/config.js';
import { loadParentConfig } from 'app-builder-lib/out/util/config/load.js';
import { DebugLogger } from 'builder-util';
import type { Configuration } from 'electron-builder';

import type { Run } from './runs.ts';

/** Runs electron-builder in `root`. Resolves with its exit code. */
export async function build(root: string, { configuration, args }: Run): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-dist-'));
  try {
    // What is added to its own files electron-builder takes as a file alone.
    const file = join(folder, 'configuration.json');
    writeFileSync(file, JSON.stringify(configuration));
    const cli = createRequire(import.meta.url).resolve('electron-builder/cli.js');
    const child = spawn(process.execPath, [cli, ...args, '--config', file], { cwd: root, stdio: 'inherit' });
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 1));
    });
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/**
 * The whole configuration of a run, as electron-builder puts it together from its files.
 *
 * @throws with every key that its schema does not know, or whose value it does not take
 */
export async function wholeConfiguration(root: string, { configuration }: Run): Promise<Configuration> {
  const whole = doMergeConfigs([...(await filesBelow(root, configuration)), configuration]);
  await validateConfiguration(whole, new DebugLogger(false));
  return whole;
}

/** The files that a configuration extends, the deepest first. */
async function filesBelow(root: string, { extends: file }: Configuration): Promise<Configuration[]> {
  if (typeof file !== 'string') return [];
  const request = { projectDir: root, packageKey: '', configFilename: '', packageMetadata: null };
  const { result } = await loadParentConfig<Configuration>(request, file);
  return [...(await filesBelow(root, result)), result];
}

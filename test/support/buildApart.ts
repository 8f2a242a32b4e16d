import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';

const root = join(import.meta.dirname, '..', '..');
const build = "const { buildIfStale } = await import('./electron/cli/build.ts'); await buildIfStale(process.cwd());";

/**
 * Builds what the sources say, in a process of its own: Vitest rewrites `import.meta` in Vite's code too, and a page that is
 * built in here could not load its views. Rejects with what is wrong in the sources.
 */
export async function buildApart(): Promise<void> {
  await promisify(execFile)(process.execPath, ['--input-type=module', '-e', build], { cwd: root });
}

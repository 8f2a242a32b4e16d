import { rmSync } from 'node:fs';
import { join } from 'node:path';

import { developmentMark, isBuildStale } from './buildState.ts';

/** Makes sure that `dist` holds what the sources say. Quick when it does. Rejects with what is wrong in the sources. */
export async function buildIfStale(root: string): Promise<void> {
  if (!isBuildStale(root)) return;
  process.stderr.write('Building Ringside…\n');
  // Vite takes a while to load, and most starts do without.
  // What is built is what users run, whoever starts the build: React has a slower build for other environments.
  process.env['NODE_ENV'] = 'production';
  const { createBuilder } = await import('vite');
  const builder = await createBuilder({ configFile: join(root, 'vite.config.ts'), logLevel: 'warn' });
  await builder.buildApp();
  rmSync(join(root, developmentMark), { force: true });
}

import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

import { makeFolder } from '../makeFolder.ts';
import type { Secrets } from '../ports.ts';
import { writeAtomically } from '../settings/atomicFile.ts';
import { moveAside } from '../store/moveAside.ts';

/** Secrets in files of the data folder that only its owner may read, one each, named after it. */
export function fileSecrets(dataDir: string, suffix = ''): Secrets {
  const pathOf = (name: string) => join(dataDir, name + suffix);
  return {
    has: (name) => existsSync(pathOf(name)),
    get(name) {
      const path = pathOf(name);
      return Promise.resolve(existsSync(path) ? readFileSync(path, 'utf8').trim() : null);
    },
    set(name, value) {
      if (value === null) {
        rmSync(pathOf(name), { force: true });
      } else {
        makeFolder(dataDir);
        writeAtomically(pathOf(name), `${value}\n`);
      }
      return Promise.resolve();
    },
    setAside: (name, now) => Promise.resolve(moveAside(pathOf(name), now)),
    keptIn: () => 'file',
  };
}

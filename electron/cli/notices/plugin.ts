import { writeFileSync } from 'node:fs';
import { join } from 'node:path';

import type { Plugin } from 'vite';

import packageJson from '../../../package.json' with { type: 'json' };
import { type Notice, type Notices, noticesFile } from '../../../shared/notice.ts';
import { noticesBeside } from './beside.ts';
import { noticeOf } from './noticeOf.ts';
import { packageOf } from './packageOf.ts';

/**
 * Vite's part in the about box: writes beside the page what others have made of Ringside, with licences. What is in a
 * bundle is known to the bundler alone, so this asks for every module whose it is, and fails where nobody knows.
 */
export function notices(root: string): Plugin {
  const bundled = new Map<string, readonly string[]>();
  return {
    name: 'ringside:notices',
    apply: 'build',
    // One list for page, main process and preload.
    sharedDuringBuild: true,
    generateBundle(_options, bundle) {
      const modules = Object.values(bundle).flatMap((file) => (file.type === 'chunk' ? file.moduleIds : []));
      bundled.set(
        this.environment.name,
        modules.flatMap((id) => packageOf(root, id) ?? []),
      );
    },
    writeBundle() {
      const { environments } = this.environment.getTopLevelConfig();
      const folder = environments['client']?.build.outDir;
      const isLast = Object.keys(environments).every((name) => bundled.has(name));
      if (!isLast || folder === undefined) return;
      const folders = new Set([...bundled.values()].flat());
      const others = sorted([...[...folders].map(noticeOf), ...noticesBeside(root)]);
      const all: Notices = { own: { ...noticeOf(root), name: packageJson.productName }, others };
      writeFileSync(join(folder, noticesFile), JSON.stringify(all));
    },
  };
}

/** By name; one package in the same version may lie in several folders. */
function sorted(list: readonly Notice[]): readonly Notice[] {
  const each = new Map(list.map((notice) => [`${notice.name} ${notice.version}`, notice]));
  return [...each.values()].sort((a, b) => a.name.localeCompare(b.name, 'en') || compare(a.version, b.version));
}

function compare(a: string | null, b: string | null): number {
  return (a ?? '').localeCompare(b ?? '', 'en', { numeric: true });
}

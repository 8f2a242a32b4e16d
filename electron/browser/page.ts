import { readFile, readdir } from 'node:fs/promises';
import { join, relative, sep } from 'node:path';

import { contentType } from '../../shared/contentType.ts';

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

/** The built page in memory, by URL path: what is not in it does not exist, so no path can lead out of the folder. */
export type Page = ReadonlyMap<string, PageFile>;

/** Reads the built page. Rejects when the folder is missing. */
export async function readPage(distDir: string): Promise<Page> {
  const entries = await readdir(distDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, PageFile]> => {
        const path = `/${relative(distDir, file).replaceAll(sep, '/')}`;
        return [path === '/index.html' ? '/' : path, { type: contentType(path), body: await readFile(file) }];
      }),
    ),
  );
}

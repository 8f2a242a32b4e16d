import { readFile, readdir } from 'node:fs/promises';
import { extname, join, relative, sep } from 'node:path';

export interface PageFile {
  readonly type: string;
  readonly body: Buffer;
}

/** The built page in memory, by URL path: what is not in it does not exist, so no path can lead out of the folder. */
export type Page = ReadonlyMap<string, PageFile>;

/** What Vite puts out. Anything else travels as bytes. */
const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.json': 'application/json; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
};

/** Reads the built page. Rejects when the folder is missing. */
export async function readPage(distDir: string): Promise<Page> {
  const entries = await readdir(distDir, { recursive: true, withFileTypes: true });
  const files = entries.filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));
  return new Map(
    await Promise.all(
      files.map(async (file): Promise<[string, PageFile]> => {
        const path = `/${relative(distDir, file).replaceAll(sep, '/')}`;
        const type = types[extname(file)] ?? 'application/octet-stream';
        return [path === '/index.html' ? '/' : path, { type, body: await readFile(file) }];
      }),
    ),
  );
}

import { join, normalize, sep } from 'node:path';

/** The file below `folder` that a URL's path names; null when the path leads out of it or is no path at all. */
export function fileOf(folder: string, urlPath: string): string | null {
  let path: string;
  try {
    path = decodeURIComponent(urlPath);
  } catch {
    return null;
  }
  if (path.includes('\0')) return null;
  const file = normalize(join(folder, path));
  return file.startsWith(folder + sep) ? file : null;
}

import type { Versions } from '../../shared/status.ts';

/** What this process runs on. Electron tells each of its processes of itself. */
export function versionsHere(): Versions {
  const found: Readonly<Record<string, string | undefined>> = process.versions;
  return { electron: found['electron'] ?? null, chromium: found['chrome'] ?? null, node: process.versions.node };
}

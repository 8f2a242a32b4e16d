import { readFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a listening Ringside leaves in its data folder for programs on the same machine. */
export interface RunningApp {
  readonly webhook: URL;
  readonly extensions: readonly string[];
  /** Null when every domain is its own. */
  readonly domain: string | null;
}

/** The Ringside that listens with this data folder, or null when none does. */
export function findRunningApp(dataDir: string): RunningApp | null {
  try {
    const { pid, webhook, extensions, domain } = JSON.parse(
      readFileSync(join(dataDir, 'running.json'), 'utf8'),
    ) as Partial<Record<string, unknown>>;
    if (typeof pid !== 'number' || typeof webhook !== 'string' || !isAlive(pid)) return null;
    return {
      webhook: new URL(webhook),
      extensions: Array.isArray(extensions) ? extensions.filter((one) => typeof one === 'string') : [],
      domain: typeof domain === 'string' ? domain : null,
    };
  } catch {
    // No file, or half of one: whoever wrote it does not listen.
    return null;
  }
}

/** A file outlives a program that was killed. */
function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

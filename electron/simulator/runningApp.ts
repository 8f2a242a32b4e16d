import { readAnnouncement } from '../core/runningFile.ts';

/** What a listening Ringside leaves in its data folder for programs on the same machine. */
export interface RunningApp {
  readonly webhook: URL;
  readonly extensions: readonly string[];
  /** Null when every domain is its own. */
  readonly domain: string | null;
}

/** The Ringside that listens with this data folder, or null when none does, or an installed one. */
export function findRunningApp(dataDir: string): RunningApp | null {
  const { webhook, extensions, domain } = readAnnouncement(dataDir) ?? {};
  const url = typeof webhook === 'string' ? URL.parse(webhook) : null;
  if (url === null) return null;
  return {
    webhook: url,
    extensions: Array.isArray(extensions) ? extensions.filter((one) => typeof one === 'string') : [],
    domain: typeof domain === 'string' ? domain : null,
  };
}

import type { PolicySource } from './policy/policySource.ts';

/** What the command line decides for one run. */
export interface StartOptions {
  /** Folder that holds the database, the settings, the token and the log. */
  readonly dataDir: string;
  /** TCP port for webhooks; 0 takes any free one. Absent: the setting's. */
  readonly port?: number;
  /** My extensions. Absent: the setting's. */
  readonly extensions?: readonly string[];
  readonly domain?: string;
  /** Where the organisation's policy is read from. Absent: there is none. */
  readonly policy?: PolicySource;
  /** No window will show anything; a self-test leaves out what only a window can prove. */
  readonly windowless?: boolean;
  /** It was installed, rather than started from its sources: no other program is told where webhooks go. */
  readonly installed?: boolean;
}

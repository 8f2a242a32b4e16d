import { SqliteError } from 'better-sqlite3';

import { NoBackup } from './backup.ts';
import { UnsafePlace } from './connection.ts';

/** What a failing database, or the file system under it, means for the user. `bug` is none of their faults. */
export type Trouble = 'not-writable' | 'damaged' | 'bug';

const notWritable = /^SQLITE_(FULL|IOERR|READONLY|CANTOPEN|PERM|BUSY|LOCKED|AUTH)/;
const damaged = /^SQLITE_(CORRUPT|NOTADB)/;

/** Told by SQLite's result code, never by the words of the message. What the system itself refuses is `not-writable`. */
export function troubleOf(error: unknown): Trouble {
  if (error instanceof UnsafePlace || error instanceof NoBackup || (error instanceof Error && 'syscall' in error))
    return 'not-writable';
  const code = codeOf(error);
  if (code === null) return 'bug';
  if (notWritable.test(code)) return 'not-writable';
  return damaged.test(code) ? 'damaged' : 'bug';
}

/**
 * Whether a file that is being opened is to be taken for damaged. Our own statements are proven by tests: what SQLite
 * cannot make sense of is then the file, whose description of its tables may have been hit.
 */
export function isUnusableFile(error: unknown): boolean {
  return troubleOf(error) === 'damaged' || codeOf(error) === 'SQLITE_ERROR';
}

/** After a failed write to the disk SQLite's view of the file is unsure: the connection has to be opened anew. */
export function needsReopening(error: unknown): boolean {
  return codeOf(error)?.startsWith('SQLITE_IOERR') ?? false;
}

function codeOf(error: unknown): string | null {
  return error instanceof SqliteError ? error.code : null;
}

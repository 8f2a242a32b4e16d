import Database from 'better-sqlite3';

/** The file lies where SQLite's guarantees do not hold, a network drive for instance. */
export class UnsafePlace extends Error {}

/**
 * Opens the file with the guarantees the product promises, and proves them: an acknowledged event survives a power cut
 * only with WAL and `synchronous=FULL`, and better-sqlite3 sets NORMAL by itself.
 *
 * @throws SqliteError when the file is no database, damaged, or cannot be written; UnsafePlace where a promise fails
 */
export function connect(path: string): Database.Database {
  const db = new Database(path, { timeout: 5000, ...nativeBinding() });
  try {
    db.pragma('journal_mode = WAL');
    db.pragma('synchronous = FULL');
    if (process.platform === 'darwin') {
      db.pragma('fullfsync = ON');
      db.pragma('checkpoint_fullfsync = ON');
    }
    db.pragma('foreign_keys = ON');
    db.pragma('trusted_schema = OFF');
    // Other people's calls are purged: their bytes have to be gone from the file, not only from the tables.
    db.pragma('secure_delete = ON');
    requirePragma(db, 'journal_mode', 'wal');
    requirePragma(db, 'synchronous', 2);
    requirePragma(db, 'secure_delete', 1);
    return db;
  } catch (error) {
    db.close();
    throw error;
  }
}

/** A connection for reading beside the running app. @throws SqliteError when there is no such database */
export function connectForReading(path: string): Database.Database {
  return new Database(path, { readonly: true, fileMustExist: true, timeout: 5000, ...nativeBinding() });
}

/**
 * Holds the data folder for one Ringside alone: two would both answer the PBX. A lock that SQLite takes is given back
 * by the system when the process dies, however it dies. Returns the way to give it back, or null when another has it.
 *
 * @throws SqliteError when the folder cannot be written
 */
export function lockFolder(path: string): (() => void) | null {
  const db = new Database(path, { timeout: 0, ...nativeBinding() });
  try {
    db.exec('BEGIN EXCLUSIVE');
    return () => void db.close();
  } catch (error) {
    db.close();
    if (error instanceof Database.SqliteError && error.code === 'SQLITE_BUSY') return null;
    throw error;
  }
}

/**
 * A runtime older than the one that ships needs a binary of its own; only our tests use one. An installed app lives in
 * an asar archive and listens to no such variable: whoever sets the environment must not choose the code it loads.
 */
function nativeBinding(): { nativeBinding?: string } {
  const path = process.env['RINGSIDE_SQLITE_BINDING'];
  return path === undefined || path === '' || import.meta.url.includes('.asar') ? {} : { nativeBinding: path };
}

function requirePragma(db: Database.Database, name: string, wanted: string | number): void {
  const found = db.pragma(name, { simple: true });
  if (found !== wanted) throw new UnsafePlace(`SQLite cannot work safely there: ${name} stays ${String(found)}`);
}

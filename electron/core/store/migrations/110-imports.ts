/** What an import of contacts in progress did: if it is cut off, all of it can be taken back. */
export const imports = {
  version: 110,
  name: 'imports',
  sql: `
    CREATE TABLE import_runs (
      -- Never given twice: what is left of one is nobody else's.
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      began_at_us INTEGER NOT NULL
    ) STRICT;
    CREATE TABLE import_changes (
      run INTEGER NOT NULL,
      contact INTEGER NOT NULL,
      -- The contact as it was, in JSON; null for one that was added.
      before TEXT,
      -- What it was left as.
      revision INTEGER,
      PRIMARY KEY (run, contact)
    ) STRICT, WITHOUT ROWID;
  `,
};

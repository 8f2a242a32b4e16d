/** What people write about calls, and what was not told of when it rang. */
export const notes = {
  version: 40,
  name: 'notes',
  sql: `
    -- Nothing of it can be worked out again: it is never touched by a rebuild.
    CREATE TABLE notes (
      ref TEXT NOT NULL PRIMARY KEY,
      person TEXT,
      at_us INTEGER NOT NULL,
      note TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX notes_person ON notes (person, at_us) WHERE person IS NOT NULL;

    -- Pop-ups that were held back, with the last reason.
    CREATE TABLE held_back (
      ref TEXT NOT NULL PRIMARY KEY,
      at_us INTEGER NOT NULL,
      reason TEXT NOT NULL
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX calls_open ON calls (person, missed_at_us) WHERE follow_up = 'open';
  `,
};

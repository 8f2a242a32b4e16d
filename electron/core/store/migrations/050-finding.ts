/** What calls are found by: whom they were with, and tags. */
export const finding = {
  version: 50,
  name: 'finding',
  sql: `
    -- Everybody the log knows. 'key' is the number by which contacts know them: person without the domain.
    CREATE TABLE parties (
      id INTEGER PRIMARY KEY,
      person TEXT NOT NULL UNIQUE,
      key TEXT NOT NULL
    ) STRICT;
    CREATE INDEX parties_key ON parties (key);
    INSERT INTO parties (person, key)
      SELECT DISTINCT person, coalesce(e164, number) FROM calls WHERE person IS NOT NULL;

    -- Nothing of it can be worked out again: a rebuild never touches it.
    CREATE TABLE tags (
      ref TEXT NOT NULL,
      tag TEXT NOT NULL,
      PRIMARY KEY (ref, tag)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tags_tag ON tags (tag, ref);

    -- Follow-ups that were put off.
    CREATE TABLE snoozed (
      ref TEXT NOT NULL PRIMARY KEY,
      until_us INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;
  `,
};

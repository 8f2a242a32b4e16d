/** What calls are found by: whom they were with, what was written about them, and indexes for what windows show. */
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
    CREATE INDEX parties_inside ON parties (key) WHERE length(key) <= 6;
    INSERT INTO parties (person, key)
      SELECT person, coalesce(e164, number) FROM calls WHERE person IS NOT NULL GROUP BY person;

    -- Texts are found by any three characters of them, in the spelling of searchText; the row's id is the party's.
    CREATE VIRTUAL TABLE parties_text USING fts5 (text, tokenize = 'trigram', content = '', contentless_delete = 1);
    CREATE VIRTUAL TABLE parties_terms USING fts5vocab (parties_text, 'row');
    INSERT INTO parties_text (rowid, text) SELECT id, search_text(key) FROM parties;

    -- Notes with a number, by which their text is found. Nothing of them can be worked out again: a rebuild never
    -- touches them.
    ALTER TABLE notes RENAME TO notes_before;
    DROP INDEX notes_person;
    CREATE TABLE notes (
      id INTEGER PRIMARY KEY,
      ref TEXT NOT NULL UNIQUE,
      person TEXT,
      at_us INTEGER NOT NULL,
      note TEXT NOT NULL,
      text TEXT NOT NULL
    ) STRICT;
    INSERT INTO notes (ref, person, at_us, note, text)
      SELECT ref, person, at_us, note, search_text(note) FROM notes_before ORDER BY at_us;
    DROP TABLE notes_before;
    CREATE INDEX notes_person ON notes (person, at_us) WHERE person IS NOT NULL;
    CREATE VIRTUAL TABLE notes_text USING fts5 (text, tokenize = 'trigram', content = '', contentless_delete = 1);
    CREATE VIRTUAL TABLE notes_terms USING fts5vocab (notes_text, 'row');
    INSERT INTO notes_text (rowid, text) SELECT id, text FROM notes;

    -- A tag in the spelling first used; by 'folded' it is the same in every spelling.
    CREATE TABLE tag_names (
      id INTEGER PRIMARY KEY,
      folded TEXT NOT NULL UNIQUE,
      tag TEXT NOT NULL
    ) STRICT;
    CREATE TABLE tags (
      ref TEXT NOT NULL,
      tag_id INTEGER NOT NULL REFERENCES tag_names (id),
      PRIMARY KEY (ref, tag_id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX tags_tag ON tags (tag_id, ref);

    -- Follow-ups that were put off.
    CREATE TABLE snoozed (
      ref TEXT NOT NULL PRIMARY KEY,
      until_us INTEGER NOT NULL
    ) STRICT, WITHOUT ROWID;

    -- Whether a call has a note or tags, those of its parts among them: see markTable.
    ALTER TABLE calls ADD COLUMN noted INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE calls ADD COLUMN tagged INTEGER NOT NULL DEFAULT 0;
    UPDATE calls SET noted = 1 WHERE ref IN (
      SELECT coalesce(head, notes.ref) FROM notes LEFT JOIN parts ON parts.ref = notes.ref
    );

    -- What windows show, in the order of time. An index that a view is combined with says as well what is in that view,
    -- so that most of the others need not be read.
    DROP INDEX calls_person;
    CREATE INDEX calls_person ON calls (person, started_at_us DESC, rang_at_us, outcome, direction, internal)
      WHERE person IS NOT NULL;
    CREATE INDEX calls_direction ON calls (direction, started_at_us DESC, outcome) WHERE outcome <> 'in-progress';
    CREATE INDEX calls_unmet ON calls (started_at_us DESC, outcome, direction)
      WHERE direction = 'in' AND outcome IN ('missed', 'unreachable', 'busy');
    CREATE INDEX calls_elsewhere ON calls (started_at_us DESC, outcome)
      WHERE outcome IN ('answered-elsewhere', 'picked-up');
    CREATE INDEX calls_unfinished ON calls (started_at_us DESC, outcome) WHERE outcome = 'unfinished';
    CREATE INDEX calls_internal ON calls (started_at_us DESC, outcome, internal)
      WHERE internal = 1 AND outcome <> 'in-progress';
    CREATE INDEX calls_recorded ON calls (started_at_us DESC, outcome, direction, internal)
      WHERE recording IS NOT NULL AND outcome <> 'in-progress';
    CREATE INDEX calls_noted ON calls (started_at_us DESC, outcome, direction, internal)
      WHERE noted = 1 AND outcome <> 'in-progress';
    CREATE INDEX calls_tagged ON calls (started_at_us DESC, outcome, direction, internal)
      WHERE tagged = 1 AND outcome <> 'in-progress';
    CREATE INDEX calls_extension ON calls (extension, started_at_us DESC, outcome, direction, internal)
      WHERE outcome <> 'in-progress';
    CREATE INDEX calls_called ON calls (called, started_at_us DESC, outcome, internal)
      WHERE direction = 'in' AND called <> extension AND outcome <> 'in-progress';
    CREATE INDEX calls_answered_by ON calls (answered_by, started_at_us DESC, outcome, direction, internal)
      WHERE answered_by <> extension AND outcome <> 'in-progress';
  `,
};

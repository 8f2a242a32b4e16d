/** People as the user knows them. */
export const contacts = {
  version: 60,
  name: 'contacts',
  sql: `
    CREATE TABLE contacts (
      -- Never given twice: what is undone comes back under its own.
      id INTEGER PRIMARY KEY AUTOINCREMENT,
      name TEXT NOT NULL,
      company TEXT,
      email TEXT,
      note TEXT,
      changed_at_us INTEGER NOT NULL,
      -- One more with every change: whoever undoes something sees whether it was changed since.
      revision INTEGER NOT NULL DEFAULT 1,
      -- The name as it sorts: folded, see foldText.
      sort_key TEXT NOT NULL,
      -- What a search looks into: the folded words of name and company, and the numbers without '+'.
      text TEXT NOT NULL DEFAULT '',
      digits TEXT NOT NULL DEFAULT ''
    ) STRICT;
    CREATE INDEX contacts_sorted ON contacts (sort_key, id);
    CREATE INDEX contacts_email ON contacts (lower(email)) WHERE email IS NOT NULL;

    -- A number belongs to one contact. 'key': E.164 or the bare extension.
    CREATE TABLE contact_numbers (
      key TEXT NOT NULL PRIMARY KEY,
      contact_id INTEGER NOT NULL REFERENCES contacts (id),
      position INTEGER NOT NULL,
      label TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contact_numbers_contact ON contact_numbers (contact_id, position);

    -- Found by any three characters, and because every word stands after two blanks, by a beginning of one or two as well.
    CREATE VIRTUAL TABLE contacts_text USING fts5 (
      text, digits, tokenize = 'trigram', content = 'contacts', content_rowid = 'id'
    );
    CREATE TRIGGER contacts_found AFTER INSERT ON contacts BEGIN
      INSERT INTO contacts_text (rowid, text, digits) VALUES (new.id, new.text, new.digits);
    END;
    CREATE TRIGGER contacts_lost AFTER DELETE ON contacts BEGIN
      INSERT INTO contacts_text (contacts_text, rowid, text, digits) VALUES ('delete', old.id, old.text, old.digits);
    END;

    -- Name and company as searchText spells them, for the search of calls; the row's id is the contact's. It keeps its
    -- text, for which of the words typed are in a name is looked up there.
    CREATE VIRTUAL TABLE names_text USING fts5 (text, tokenize = 'trigram');
    CREATE VIRTUAL TABLE names_terms USING fts5vocab (names_text, 'row');
  `,
};

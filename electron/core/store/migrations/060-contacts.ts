/** People as the user knows them. */
export const contacts = {
  version: 60,
  name: 'contacts',
  sql: `
    CREATE TABLE contacts (
      id INTEGER PRIMARY KEY,
      name TEXT NOT NULL,
      company TEXT,
      email TEXT,
      note TEXT,
      changed_at_us INTEGER NOT NULL,
      -- The name as it sorts: folded, see foldText.
      sort_key TEXT NOT NULL
    ) STRICT;
    CREATE INDEX contacts_sorted ON contacts (sort_key, id);

    -- A number belongs to one contact. 'key': E.164 or the bare extension.
    CREATE TABLE contact_numbers (
      key TEXT NOT NULL PRIMARY KEY,
      contact_id INTEGER NOT NULL REFERENCES contacts (id),
      position INTEGER NOT NULL,
      label TEXT
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX contact_numbers_contact ON contact_numbers (contact_id, position);

    -- Folded name and company, found by any three letters of them; the row's id is the contact's.
    CREATE VIRTUAL TABLE contacts_text USING fts5 (text, tokenize = 'trigram', content = '', contentless_delete = 1);
  `,
};

/**
 * What is deleted leaves no word behind in the trigram indexes. An index that deletes by id alone only marks its words as
 * gone and keeps them readable in the file for long: these two are told the text that goes, as contacts_text is.
 */
export const traces = {
  version: 100,
  name: 'traces',
  sql: `
    DROP TABLE parties_terms;
    DROP TABLE parties_text;
    CREATE VIRTUAL TABLE parties_text USING fts5 (text, tokenize = 'trigram', content = '');
    CREATE VIRTUAL TABLE parties_terms USING fts5vocab (parties_text, 'row');
    INSERT INTO parties_text (parties_text, rank) VALUES ('secure-delete', 1);
    INSERT INTO parties_text (rowid, text) SELECT id, search_text(key) FROM parties;

    DROP TABLE notes_terms;
    DROP TABLE notes_text;
    CREATE VIRTUAL TABLE notes_text USING fts5 (text, tokenize = 'trigram', content = '');
    CREATE VIRTUAL TABLE notes_terms USING fts5vocab (notes_text, 'row');
    INSERT INTO notes_text (notes_text, rank) VALUES ('secure-delete', 1);
    INSERT INTO notes_text (rowid, text) SELECT id, text FROM notes;

    -- The words of contacts that are gone already are still in these.
    INSERT INTO names_text (names_text, rank) VALUES ('secure-delete', 1);
    INSERT INTO names_text (names_text) VALUES ('rebuild');
    INSERT INTO contacts_text (contacts_text, rank) VALUES ('secure-delete', 1);
    INSERT INTO contacts_text (contacts_text) VALUES ('rebuild');
  `,
};

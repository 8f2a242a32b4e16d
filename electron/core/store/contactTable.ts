import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { ContactCursor } from '../../../shared/contact.ts';
import { matchExpression, searchable } from '../contacts/contactWords.ts';
import { foldText } from '../text/fold.ts';
import { searchText } from '../text/searchText.ts';

/** What is known of somebody. */
export interface ContactFacts {
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
  readonly note: string | null;
  readonly numbers: readonly StoredNumber[];
}
export interface StoredNumber {
  readonly key: string;
  readonly label: string | null;
}
export interface StoredContact extends ContactFacts {
  readonly id: number;
  readonly changedAtUs: Us;
  /** One more with every change. */
  readonly revision: number;
}

interface Row {
  readonly id: number;
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
  readonly note: string | null;
  readonly changedAtUs: Us;
  readonly revision: number;
  /** JSON */
  readonly numbers: string;
}
interface NewRow {
  readonly id: number | null;
  readonly sortKey: string;
  readonly text: string;
  readonly digits: string;
}
interface PageQuery extends ContactCursor {
  readonly limit: number;
}

/** Up to so many hits are sorted; more are picked out of all contacts, which are sorted already. */
const fewHits = 2000;

/** Before everybody. */
const start: ContactCursor = { sortKey: '', id: -1 };

/** People as the user knows them. Whoever writes sees to it that no number is given twice. */
export function contactTable(db: Database) {
  const columns = `c.id, c.name, c.company, c.email, c.note, c.changed_at_us AS changedAtUs, c.revision,
    (SELECT json_group_array(json_array(n.key, n.label) ORDER BY n.position)
     FROM contact_numbers AS n WHERE n.contact_id = c.id) AS numbers`;
  const after = '(c.sort_key, c.id) > (@sortKey, @id) ORDER BY c.sort_key, c.id LIMIT @limit';
  const everybody = db.prepare<[PageQuery], Row>(
    `SELECT ${columns} FROM contacts AS c INDEXED BY contacts_sorted WHERE ${after}`,
  );
  const chosen = db.prepare<[PageQuery & { ids: string }], Row>(
    `SELECT ${columns} FROM json_each(@ids) AS chosen CROSS JOIN contacts AS c ON c.id = chosen.value WHERE ${after}`,
  );
  const sorted = db
    .prepare<[ContactCursor], number>(
      `SELECT id FROM contacts AS c INDEXED BY contacts_sorted
       WHERE (sort_key, id) > (@sortKey, @id) ORDER BY sort_key, id`,
    )
    .pluck();
  const hits = db
    .prepare<[string], number>('SELECT rowid FROM contacts_text WHERE contacts_text MATCH ? ORDER BY rowid')
    .pluck();
  const count = db.prepare<[], number>('SELECT count(*) FROM contacts').pluck();
  const get = db.prepare<[number], Row>(`SELECT ${columns} FROM contacts AS c WHERE c.id = ?`);
  const revision = db.prepare<[number], number>('SELECT revision FROM contacts WHERE id = ?').pluck();
  const owner = db.prepare<[string], number>('SELECT contact_id FROM contact_numbers WHERE key = ?').pluck();
  const named = db.prepare<[string], number>('SELECT id FROM contacts WHERE sort_key = ? ORDER BY id LIMIT 1').pluck();
  const following = db.prepare<[number, number], Row>(
    `SELECT ${columns} FROM contacts AS c WHERE c.id > ? ORDER BY c.id LIMIT ?`,
  );
  const sameName = db.prepare<[number], { ids: string }>(
    `SELECT json_group_array(id) AS ids FROM contacts GROUP BY sort_key HAVING count(*) > 1 ORDER BY sort_key LIMIT ?`,
  );
  const sameEmail = db.prepare<[number], { ids: string }>(
    `SELECT json_group_array(id) AS ids FROM contacts WHERE email IS NOT NULL
     GROUP BY lower(email) HAVING count(*) > 1 ORDER BY lower(email) LIMIT ?`,
  );
  const mostNumbers = db
    .prepare<[], number>('SELECT max(n) FROM (SELECT count(*) AS n FROM contact_numbers GROUP BY contact_id)')
    .pluck();
  const insert = db.prepare<[Omit<StoredContact, 'id' | 'numbers'> & NewRow]>(
    `INSERT INTO contacts (id, name, company, email, note, changed_at_us, revision, sort_key, text, digits)
     VALUES (@id, @name, @company, @email, @note, @changedAtUs, @revision, @sortKey, @text, @digits)`,
  );
  const insertNumber = db.prepare<[string, number, number, string | null]>(
    'INSERT INTO contact_numbers (key, contact_id, position, label) VALUES (?, ?, ?, ?)',
  );
  const insertName = db.prepare<[number, string]>('INSERT INTO names_text (rowid, text) VALUES (?, ?)');
  const removeName = db.prepare<[number]>('DELETE FROM names_text WHERE rowid = ?');
  const removeNumbers = db.prepare<[number]>('DELETE FROM contact_numbers WHERE contact_id = ?');
  const remove = db.prepare<[number]>('DELETE FROM contacts WHERE id = ?');

  /** All ids by name, as long as nothing is written: a search is asked anew with every key somebody presses. */
  let order: readonly number[] | null = null;

  /** A page of so many hits. A table of them in SQLite would cost more than all the rest. */
  function pageOf(found: readonly number[], { limit, ...cursor }: PageQuery): number[] {
    const isHit = new Uint8Array((found.at(-1) ?? 0) + 1);
    for (const id of found) isHit[id] = 1;
    order ??= sorted.all(start);
    const isFirst = cursor.sortKey === start.sortKey && cursor.id === start.id;
    return (isFirst ? order : sorted.all(cursor)).filter((id) => isHit[id] === 1).slice(0, limit);
  }

  return {
    get(id: number): StoredContact | null {
      const row = get.get(id);
      return row === undefined ? null : fromRow(row);
    },
    revisionOf: (id: number) => revision.get(id) ?? null,
    /** Whose number this is. */
    ownerOf: (key: string) => owner.get(key) ?? null,
    /** The first contact of this name, folded. */
    named: (folded: string) => named.get(folded) ?? null,
    /** At most `limit` contacts behind the cursor, by name, and how many match in all. */
    page(search: string, cursor: ContactCursor | null, limit: number): { contacts: StoredContact[]; total: number } {
      const query = { ...(cursor ?? start), limit };
      const match = matchExpression(search);
      if (match === null) return { contacts: everybody.all(query).map(fromRow), total: count.get() ?? 0 };
      const found = hits.all(match);
      const ids = found.length <= fewHits ? found : pageOf(found, query);
      return { contacts: chosen.all({ ...query, ids: JSON.stringify(ids) }).map(fromRow), total: found.length };
    },
    /** In the order in which they were added, at most `limit` behind this one. */
    following: (id: number, limit: number) => following.all(id, limit).map(fromRow),
    /** The ids of those with the same name, or the same e-mail; at most so many groups of each. */
    alike: (most: number) => ({
      name: sameName.all(most).map(({ ids }) => JSON.parse(ids) as number[]),
      email: sameEmail.all(most).map(({ ids }) => JSON.parse(ids) as number[]),
    }),
    count: () => count.get() ?? 0,
    /** How many numbers the contact with the most of them has. */
    mostNumbers: () => mostNumbers.get() ?? 0,
    /** Adds a contact, with an id where it has had one. Returns the id. */
    add({ numbers, ...contact }: Omit<StoredContact, 'id'> & { readonly id: number | null }): number {
      order = null;
      const sortKey = foldText(contact.name);
      const found = searchable({ ...contact, numbers });
      const id = Number(insert.run({ ...contact, ...found, sortKey }).lastInsertRowid);
      for (const [position, { key, label }] of numbers.entries()) insertNumber.run(key, id, position, label);
      insertName.run(id, searchText(contact.name, contact.company));
      return id;
    },
    remove(id: number): void {
      order = null;
      removeNumbers.run(id);
      removeName.run(id);
      remove.run(id);
    },
  };
}

function fromRow(row: Row): StoredContact {
  const numbers = JSON.parse(row.numbers) as [key: string, label: string | null][];
  return { ...row, numbers: numbers.map(([key, label]) => ({ key, label })) };
}

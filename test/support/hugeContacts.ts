import type { Database } from 'better-sqlite3';

import { foldText } from '../../electron/core/text/fold.ts';
import { searchText } from '../../electron/core/text/searchText.ts';
import type { Random } from '../../electron/simulator/random.ts';
import type { Us } from '../../shared/call.ts';
import type { HugeParty } from './hugeParties.ts';

const greekFirst = [
  'Γιώργος',
  'Μαρία',
  'Ελένη',
  'Ανδρέας',
  'Κώστας',
  'Χριστίνα',
  'Δημήτρης',
  'Άννα',
  'Νίκος',
  'Ευαγγελία',
];
const greekLast = [
  'Παπαδόπουλος',
  'Γεωργίου',
  'Χατζηγεωργίου',
  'Ιωάννου',
  'Νικολάου',
  'Κωνσταντίνου',
  'Παπακωνσταντίνου',
  'Αντωνίου',
  'Μιχαηλίδης',
  'Στυλιανού',
];
const latinFirst = [
  'Anna',
  'José',
  'Zoë',
  'Karl',
  'Émilie',
  'Peter',
  'Ingrid',
  'Luca',
  'Fatima',
  'Sven',
  'Rachel',
  'Tom',
];
const latinLast = ['Müller', 'Smith', 'García', 'Østergård', 'Nowak', 'Rossi', 'Dubois', 'Jones', 'Håkansson', 'Brown'];
const syllables = ['ka', 'lo', 'mi', 'ne', 'pa', 'ri', 'so', 'ta', 've', 'zu', 'xi', 'dro'];
const companies = ['Trading', 'Logistics', 'Εμπορική', 'Hotels', 'Φαρμακείο', 'Bakery', 'Shipping', 'Consulting'];

/** Gives the most frequent callers, and some who are rare, names; one in ten has a second number. */
export function fillContacts(db: Database, parties: readonly HugeParty[], count: number, random: Random, nowUs: Us) {
  const contact = db.prepare<[number, string, string | null, Us, string]>(
    'INSERT INTO contacts (id, name, company, changed_at_us, sort_key) VALUES (?, ?, ?, ?, ?)',
  );
  const number = db.prepare<[string, number, number]>(
    'INSERT INTO contact_numbers (key, contact_id, position) VALUES (?, ?, ?)',
  );
  const text = db.prepare<[number, string]>('INSERT INTO names_text (rowid, text) VALUES (?, ?)');
  const word = () => capital(Array.from({ length: 3 }, () => random.pick(syllables)).join(''));
  const known = parties.filter((_, rank) => rank < count / 2 || random.chance(0.3));
  let next = 0;
  for (let id = 1; id <= count && next < known.length; id += 1) {
    const [first, last] = random.chance(0.6) ? [greekFirst, greekLast] : [latinFirst, latinLast];
    const name = `${random.pick(first)} ${random.chance(0.4) ? word() : random.pick(last)}`;
    const company = random.chance(0.35) ? `${word()} ${random.pick(companies)}` : null;
    contact.run(id, name, company, nowUs, foldText(name));
    text.run(id, searchText(name, company));
    for (let position = 0; position < (random.chance(0.1) ? 2 : 1); position += 1) {
      const key = known[next]?.e164;
      if (key !== undefined) number.run(key, id, position);
      next += 1;
    }
  }
}

function capital(word: string): string {
  return word.slice(0, 1).toUpperCase() + word.slice(1);
}

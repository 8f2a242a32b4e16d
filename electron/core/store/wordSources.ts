import type { Database } from 'better-sqlite3';

import type { SearchWord } from '../search/searchWords.ts';
import { over, type Selection, type Values } from './callSelection.ts';
import { textIndex } from './textIndex.ts';
import { partyConditions } from './wordCondition.ts';

/** Where to read something from in SQL. */
export interface Place {
  readonly from: string;
  readonly conditions: readonly string[];
  readonly values: Values;
}

/**
 * A place of calls with words in them. `people`: people `p` whose calls have all of the words. `calls`: calls `c` that have
 * one of them, in a note for instance.
 */
export interface WordSource {
  readonly kind: 'people' | 'calls';
  readonly place: Place;
  /** Every call from there has these words. */
  readonly proves: readonly SearchWord[];
  /** It leads to few. */
  readonly isRare: boolean;
  /** The same calls, and more, in the order of time; null for all there are. */
  readonly inOrder: Pick<Selection, 'index' | 'inIndex' | 'values'> | null;
}

/** An index leads from words to calls. `few` and `fewNames`: how many hits of it are followed one by one. */
export function wordSources(db: Database, { few, fewNames }: { readonly few: number; readonly fewNames: number }) {
  const parties = textIndex(db, 'parties_text');
  const contacts = textIndex(db, 'names_text');
  const notes = textIndex(db, 'notes_text');
  const tagged = db.prepare<[string], { id: number }>('SELECT id FROM tag_names WHERE instr(folded, ?)');
  const carriers = db.prepare<[string, number], { calls: number }>(
    `SELECT count(*) AS calls FROM (
       SELECT 1 FROM json_each(?) AS tag CROSS JOIN tags INDEXED BY tags_tag ON tag_id = tag.value LIMIT ?
     )`,
  );

  const extensionPlaces = extensionIndexes.map((place) => ({
    ...place,
    calls: db.prepare<[{ extension: string; limit: number }], { calls: number }>(
      `SELECT count(*) AS calls FROM (
         SELECT 1 FROM calls AS c INDEXED BY ${place.index} WHERE ${place.inIndex.join(' AND ')} LIMIT @limit
       )`,
    ),
  }));

  const byNumber = (words: readonly SearchWord[]): WordSource[] => {
    const match = parties.every(words.map(({ numbers }) => numbers));
    const isRare = parties.isWithin(match, few);
    switch (match.kind) {
      case 'none':
        return [];
      case 'all':
        return [people('parties AS p', words, {}, isRare)];
      case 'match': {
        const from = 'parties_text(@numbers) AS t CROSS JOIN parties AS p ON p.id = t.rowid';
        return [people(from, words, { numbers: match.expression }, isRare)];
      }
    }
  };

  const byName = (words: readonly SearchWord[]): WordSource[] => {
    // What is no number is in no number, so a name has to hold all of it.
    const texts = words.filter(({ isNumber }) => !isNumber).map(({ text }) => [text]);
    const match = texts.length > 0 ? contacts.every(texts) : contacts.some(words.map(({ text }) => text));
    const isRare = contacts.isWithin(match, fewNames);
    const named = 'CROSS JOIN parties AS p ON p.key = k.key';
    switch (match.kind) {
      case 'none':
        return [];
      case 'all':
        return [people(`contact_numbers AS k ${named}`, words, {}, isRare)];
      case 'match': {
        const from = `names_text(@names) AS t CROSS JOIN contact_numbers AS k ON k.contact_id = t.rowid ${named}`;
        return [people(from, words, { names: match.expression }, isRare)];
      }
    }
  };

  const byNote = (words: readonly SearchWord[]): WordSource[] => {
    const match = notes.some(words.map(({ text }) => text));
    const isRare = notes.isWithin(match, few);
    const inOrder = { index: 'calls_noted', inIndex: [over, 'c.noted = 1'], values: {} };
    switch (match.kind) {
      case 'none':
        return [];
      case 'all':
        return [calls(inOrder, isRare)];
      case 'match': {
        const from = callsOf('notes_text(@notes) AS t CROSS JOIN notes AS own ON own.id = t.rowid');
        const place = { from, conditions: [], values: { notes: match.expression } };
        return [{ ...calls(inOrder, isRare), place }];
      }
    }
  };

  const byTag = (words: readonly SearchWord[]): WordSource[] => {
    const ids = new Set(words.flatMap(({ text }) => tagged.all(text).map(({ id }) => id)));
    if (ids.size === 0) return [];
    const values = { tags: JSON.stringify([...ids]) };
    const isRare = (carriers.get(values.tags, few + 1)?.calls ?? 0) <= few;
    const from = callsOf(
      'json_each(@tags) AS tag CROSS JOIN tags AS own INDEXED BY tags_tag ON own.tag_id = tag.value',
    );
    const inOrder = { index: 'calls_tagged', inIndex: [over, 'c.tagged = 1'], values: {} };
    return [{ ...calls(inOrder, isRare), place: { from, conditions: [], values } }];
  };

  /** Calls of an extension of mine, to an extension, and those that one answered: each in the order of time. */
  const byExtension = (extension: string): WordSource[] =>
    extensionPlaces.map(({ index, inIndex, calls: counted }) => {
      const isRare = (counted.get({ extension, limit: few + 1 })?.calls ?? 0) <= few;
      return calls({ index, inIndex, values: { extension } }, isRare);
    });

  return {
    /** Every call that has all of these words is in one of these. */
    of: (words: readonly SearchWord[], { isInside }: Pick<Selection, 'isInside'>): WordSource[] => [
      ...(isInside ? [byExtensionParty(words)] : [...byNumber(words), ...byName(words)]),
      ...byNote(words),
      ...byTag(words),
      ...words.flatMap(({ extension }) => (extension === null ? [] : byExtension(extension))),
    ],
  };
}

/** The calls on which these notes or tags are, or into which the ones they are on were joined: each call once. */
function callsOf(own: string): string {
  return `(SELECT DISTINCT coalesce(part.head, own.ref) AS ref FROM ${own} LEFT JOIN parts AS part ON part.ref = own.ref)
    AS marked CROSS JOIN calls AS c ON c.ref = marked.ref`;
}

/**
 * People whose number or name has all of the words; what is on single calls of theirs is found from there. One word that
 * an index has found needs no second look.
 */
function people(from: string, words: readonly SearchWord[], match: Values, isRare: boolean): WordSource {
  const isFound = words.length === 1 && Object.keys(match).length > 0;
  const inParty = partyConditions(isFound ? [] : words, 'p.key');
  const place = { from, conditions: inParty.conditions, values: { ...match, ...inParty.values } };
  return { kind: 'people', place, proves: words, isRare, inOrder: null };
}

function calls(inOrder: NonNullable<WordSource['inOrder']>, isRare: boolean): WordSource {
  const { index, inIndex, values } = inOrder;
  const place = { from: `calls AS c INDEXED BY ${index}`, conditions: inIndex, values };
  return { kind: 'calls', place, proves: [], isRare, inOrder };
}

/** There are few extensions, and nobody else is in a call between two of them. */
function byExtensionParty(words: readonly SearchWord[]): WordSource {
  const inside = people('parties AS p INDEXED BY parties_inside', words, {}, true);
  return { ...inside, place: { ...inside.place, conditions: ['length(p.key) <= 6', ...inside.place.conditions] } };
}

const extensionIndexes = [
  { index: 'calls_extension', inIndex: [over, 'c.extension = @extension'] },
  {
    index: 'calls_called',
    inIndex: [over, "c.direction = 'in'", 'c.called = @extension', 'c.called <> c.extension'],
  },
  { index: 'calls_answered_by', inIndex: [over, 'c.answered_by = @extension', 'c.answered_by <> c.extension'] },
];

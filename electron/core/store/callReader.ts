import type { Database, Statement } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import type { SearchWord } from '../search/searchWords.ts';
import { type Selection, since, timesOf, type Values } from './callSelection.ts';
import { hideParameters } from './hideParameters.ts';
import type { Hit } from './newestOf.ts';
import { wordConditions } from './wordCondition.ts';
import type { Place } from './wordSources.ts';

/** A search in a selection: calls that are in the selection and have all of the words. */
export interface Search {
  readonly selection: Selection;
  readonly words: readonly SearchWord[];
}

/** Statements that are kept: each combination of filters and kinds of words is another one. */
const mostStatements = 200;

const newestFirst = 'ORDER BY c.started_at_us DESC, c.ref DESC LIMIT @limit';
const oldestFirst = 'ORDER BY c.started_at_us, c.ref LIMIT 1';

export type CallReader = ReturnType<typeof callReader>;

/** Reads the calls of a search from one place or another, and only those that the search wants. */
export function callReader(db: Database) {
  const statements = new Map<string, Statement<[Values], Hit>>();

  const prepared = (sql: string): Statement<[Values], Hit> => {
    const known = statements.get(sql);
    if (known !== undefined) return known;
    if (statements.size >= mostStatements) statements.clear();
    const statement = db.prepare<[Values], Hit>(hideParameters(sql));
    statements.set(sql, statement);
    return statement;
  };

  const indexOf = ({ index }: Selection): Place => ({
    from: `calls AS c INDEXED BY ${index}`,
    conditions: [],
    values: {},
  });

  /** The newest calls of a search that lie in a place. */
  const newestIn = (search: Search, place: Place, limit: number): Hit[] => {
    const { sql, values } = sqlOf(search, place);
    return prepared(`${sql} ${newestFirst}`).all({ ...values, limit });
  };

  /** The oldest call of a search that lies in a place. */
  const oldestIn = (search: Search, place: Place): Hit | null => {
    const { sql, values } = sqlOf(search, place);
    return prepared(`${sql} ${oldestFirst}`).get(values) ?? null;
  };

  /** When the last of so many calls of a selection began, in this order; null when there are fewer. */
  const lastOf = (selection: Selection, calls: number, order: 'DESC' | 'ASC'): Us | null => {
    const { sql, values } = sqlOf({ selection: { ...selection, conditions: [] }, words: [] }, indexOf(selection));
    const last = prepared(`${sql} ORDER BY c.started_at_us ${order} LIMIT 1 OFFSET @calls`).get({ ...values, calls });
    return last?.startedAtUs ?? null;
  };

  return {
    newestIn,
    oldestIn,

    /** The newest calls of a search, by the index of its selection. */
    newest: (search: Search, limit: number): Hit[] => newestIn(search, indexOf(search.selection), limit),

    /** The oldest call of a search, by the index of its selection. */
    oldest: (search: Search): Hit | null => oldestIn(search, indexOf(search.selection)),

    /** When the last of so many of the newest calls of a selection began, as far as its index tells; null when there are fewer. */
    reachOf: (selection: Selection, calls: number): Us | null => lastOf(selection, calls, 'DESC'),

    /** The same of the oldest. */
    reachAheadOf: (selection: Selection, calls: number): Us | null => lastOf(selection, calls, 'ASC'),

    /** How many calls of a search lie in a place, or in the index of its selection; counted up to `atMost`. */
    count(search: Search, atMost: number, place: Place = indexOf(search.selection)): number {
      const { sql, values } = sqlOf(search, place, '1');
      const counted = prepared(`SELECT count(*) AS startedAtUs, '' AS ref FROM (${sql} LIMIT @limit)`);
      return counted.get({ ...values, limit: atMost })?.startedAtUs ?? 0;
    },

    /**
     * Who of these people was in a call of the search last, `limit` of them, and all who were at the same moment as the last
     * of these: of calls that begin together a page takes those with the highest refs.
     */
    lastSpoken(search: Search, people: Place, limit: number): { readonly person: string; readonly startedAtUs: Us }[] {
      const { sql, values } = sqlOf(search, { ...callsOf('p.person'), values: people.values }, 'c.started_at_us');
      const who = `SELECT p.person FROM ${people.from} WHERE ${[...people.conditions, 'TRUE'].join(' AND ')}`;
      return prepared(
        `WITH people AS MATERIALIZED (
           SELECT p.person, (${sql} ORDER BY c.started_at_us DESC LIMIT 1) AS startedAtUs FROM (${who}) AS p
         )
         SELECT startedAtUs, person AS ref FROM people
         WHERE startedAtUs >= coalesce(
           (SELECT startedAtUs FROM people WHERE startedAtUs IS NOT NULL ORDER BY startedAtUs DESC LIMIT 1 OFFSET @limit - 1),
           0
         )
         ORDER BY startedAtUs DESC`,
      )
        .all({ ...values, limit })
        .map(({ ref: person, startedAtUs }) => ({ person, startedAtUs }));
    },

    /** The newest calls of a search with one person, from a moment on. */
    newestWith: ({ selection, words }: Search, person: string, sinceUs: Us, limit: number): Hit[] =>
      newestIn({ selection: since(sinceUs, selection), words }, { ...callsOf('@who'), values: { who: person } }, limit),

    /** The refs of the calls of a search that lie in a place, in no order. */
    *refsIn(search: Search, place: Place): Generator<string, undefined> {
      const { sql, values } = sqlOf(search, place);
      for (const { ref } of prepared(sql).iterate(values)) yield ref;
    },

    /** The calls with these people. */
    callsWith: ({ from, conditions, values }: Place): Place => ({
      from: `${from} CROSS JOIN calls AS c INDEXED BY calls_person`,
      conditions: [...conditions, 'c.person = p.person'],
      values,
    }),
  };
}

function callsOf(person: string): Omit<Place, 'values'> {
  return { from: 'calls AS c INDEXED BY calls_person', conditions: [`c.person = ${person}`] };
}

function sqlOf({ selection, words }: Search, place: Place, what = 'c.started_at_us AS startedAtUs, c.ref') {
  const inWords = wordConditions(words);
  const inTime = timesOf(selection);
  const { inIndex, view, conditions, values } = selection;
  // Each once: what an index promises is not looked up in the call, unless it is asked for a second time.
  const all = new Set([
    ...place.conditions,
    ...inIndex,
    ...inTime.conditions,
    ...view,
    ...conditions,
    ...inWords.conditions,
  ]);
  return {
    sql: `SELECT ${what} FROM ${place.from} WHERE ${[...all].join(' AND ')}`,
    values: { ...values, ...inTime.values, ...place.values, ...inWords.values },
  };
}

import type { Database } from 'better-sqlite3';

import type { CallCursor, Outcome, Us } from '../../../shared/call.ts';
import type { CallFilter } from '../../../shared/callFilter.ts';
import { searchWords } from '../search/searchWords.ts';
import { foldText } from '../text/fold.ts';
import { callReader, type Search } from './callReader.ts';
import { callSearch, type Patience } from './callSearch.ts';
import { type FilterFacts, newerThan, olderThan, selectionOf, withOutcome } from './callSelection.ts';
import type { Hit } from './newestOf.ts';

/** Measured with a million calls: either way takes a few milliseconds then. */
const measured: Patience = { few: 800, fewNames: 400, fewCalls: 2000, looksPerHit: 80 };

/** Finds calls that are over by any combination of conditions. */
export function callFinder(db: Database, patience: Patience = measured) {
  const reader = callReader(db);
  const search = callSearch(db, reader, patience);
  const { few, fewCalls } = patience;
  const headOf = db.prepare<[string], { head: string }>('SELECT head FROM parts WHERE ref = ?');
  const personOf = db.prepare<[string], { person: string | null }>('SELECT person FROM calls WHERE ref = ?');
  const tagOf = db.prepare<[number, string], { id: number; calls: number }>(
    `SELECT id, (SELECT count(*) FROM (SELECT 1 FROM tags WHERE tag_id = id LIMIT ?)) AS calls
     FROM tag_names WHERE folded = ?`,
  );

  const factsOf = ({ sameAs, tag }: CallFilter): FilterFacts => {
    const ref = sameAs === null ? null : (headOf.get(sameAs)?.head ?? sameAs);
    const person = ref === null ? null : (personOf.get(ref)?.person ?? null);
    const found = tag === null ? undefined : tagOf.get(few + 1, foldText(tag));
    return {
      sameParty: ref === null ? null : person === null ? { ref } : { person },
      tag: found === undefined ? null : { id: found.id, isRare: found.calls <= few },
    };
  };

  return {
    /**
     * The first calls strictly older than the cursor, newest first.
     *
     * @param country in which numbers of the search are read, ISO 3166 alpha-2; empty for none
     */
    page(filter: CallFilter, country: string, after: CallCursor | null, limit: number): Hit[] {
      const all = selectionOf(filter, factsOf(filter));
      const selection = after === null ? all : olderThan(after, all);
      const words = searchWords(filter.search, country);
      return words.length === 0
        ? reader.newest({ selection, words }, limit)
        : search.newest({ selection, words }, limit);
    },

    /** The calls right after and right before one, among those that a filter lets through, whether it is one of them or not. */
    neighbours(filter: CallFilter, country: string, of: CallCursor): { newer: Hit | null; older: Hit | null } {
      const all = selectionOf(filter, factsOf(filter));
      const words = searchWords(filter.search, country);
      const newer: Search = { selection: newerThan(of, all), words };
      return {
        newer: words.length === 0 ? reader.oldest(newer) : search.oldest(newer),
        older: this.page(filter, country, of, 1)[0] ?? null,
      };
    },

    /**
     * When the last of the newest calls of a filter began that can be looked at in one go, whether its search finds them or
     * not; null when that is all of them.
     */
    reach: (filter: CallFilter): Us | null => reader.reachOf(selectionOf(filter, factsOf(filter)), fewCalls),

    /** How many calls there are, with any outcome or one of these, counted up to `atMost`. */
    count(filter: CallFilter, country: string, atMost: number, outcomes: readonly Outcome[] | null = null): number {
      const all = selectionOf(filter, factsOf(filter));
      const selection = outcomes === null ? all : withOutcome(outcomes, all);
      const words = searchWords(filter.search, country);
      return words.length === 0
        ? reader.count({ selection, words }, atMost)
        : search.count({ selection, words }, atMost);
    },
  };
}

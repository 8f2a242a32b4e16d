import type { Database } from 'better-sqlite3';

import type { CallReader, Search } from './callReader.ts';
import { everySelection, since, until, within } from './callSelection.ts';
import { type Hit, newestOf, oldestFirst } from './newestOf.ts';
import { type Place, type WordSource, wordSources } from './wordSources.ts';

/** A walk that met at least one in so many of those that are wanted goes on: the others cannot be far. */
const patientBelow = 4;

const everyCallOver: Search = { selection: everySelection, words: [] };

/** What counts as few. It decides how long a search takes, and never what it finds. */
export interface Patience {
  /** Up to so many hits of an index are followed one by one. */
  readonly few: number;
  /** The same of contacts: they are whom one speaks with, so that many of them are met sooner on a walk. */
  readonly fewNames: number;
  /** Up to so many calls are looked at one by one: of a narrow filter, or with one of several words for the others. */
  readonly fewCalls: number;
  /** Of what is frequent, so many calls are looked at for each one wanted. */
  readonly looksPerHit: number;
}

/**
 * Searches by words. What is rare is followed from the index of its words; what is frequent is met soon on a walk through
 * the newest calls. Which of the two it is, is counted and tried: a plan that rests on a guess costs seconds in a log of
 * a million calls.
 */
export function callSearch(db: Database, reader: CallReader, patience: Patience) {
  const { fewCalls, looksPerHit } = patience;
  const index = wordSources(db, patience);

  /** The newest calls with these people. */
  const followPeople = (search: Search, source: WordSource, limit: number): Hit[] => {
    const newest = newestOf(limit);
    // The newest calls are with those whose last call is among the newest.
    for (const { person, startedAtUs } of reader.lastSpoken(search, source.place, limit)) {
      const sinceUs = newest.sinceUs();
      if (startedAtUs < sinceUs) break;
      newest.add(reader.newestWith(search, person, sinceUs, limit));
    }
    return newest.hits();
  };

  const follow = (search: Search, source: WordSource, limit: number): Hit[] => {
    const left = unproven(search, source);
    return source.kind === 'people' ? followPeople(left, source, limit) : reader.newestIn(left, source.place, limit);
  };

  /**
   * Walks through the newest calls of a source that lie in the order of time. Null when these are not enough, and older
   * ones may be among those that are looked for.
   */
  const walk = ({ selection, words }: Search, { inOrder }: WordSource, limit: number): Hit[] | null => {
    const ordered = inOrder === null ? selection : within(selection, inOrder);
    const among = (looks: number): { readonly hits: Hit[]; readonly isAll: boolean } => {
      const nearUs = reader.reachOf(ordered, looks);
      const selected = nearUs === null ? ordered : since(nearUs, ordered);
      return { hits: reader.newest({ selection: selected, words }, limit), isAll: nearUs === null };
    };
    const looks = limit * looksPerHit;
    const near = among(looks);
    const isDone = ({ hits, isAll }: typeof near) => isAll || hits.length === limit;
    if (isDone(near)) return near.hits;
    if (near.hits.length * patientBelow < limit) return null;
    const far = among(Math.ceil((1.5 * looks * limit) / near.hits.length));
    return isDone(far) ? far.hits : null;
  };

  const callsOf = ({ kind, place }: WordSource): Place => (kind === 'people' ? reader.callsWith(place) : place);

  const isFew = (sources: readonly WordSource[]): boolean => {
    const withPeople = sources.filter(({ kind }) => kind === 'people');
    const calls = (source: WordSource) => reader.count(everyCallOver, fewCalls, callsOf(source));
    return sources.every(({ isRare }) => isRare) && withPeople.every((source) => calls(source) < fewCalls);
  };

  /** Where to look: of several words, one that leads to few calls will do. */
  const sourcesOf = ({ selection, words }: Search): readonly WordSource[] => {
    const single = words.length === 1 ? [] : words.map((word) => index.of([word], selection));
    return single.find(isFew) ?? index.of(words, selection);
  };

  const isSmall = ({ selection }: Search) => selection.isNarrow && reader.reachOf(selection, fewCalls) === null;

  return {
    /** The newest calls of a search, the newest first. */
    newest(search: Search, limit: number): Hit[] {
      if (isSmall(search)) return reader.newest(search, limit);
      const newest = newestOf(limit);
      for (const source of sourcesOf(search)) {
        const near = source.isRare ? null : walk(search, source, limit);
        // It went through all calls, and not only through those of a source.
        if (near !== null && source.inOrder === null) return near;
        newest.add(near ?? follow(search, source, limit));
      }
      return newest.hits();
    },

    /** The oldest call of a search: of those after a call, the next. */
    oldest(search: Search): Hit | null {
      const { selection, words } = search;
      const farUs = reader.reachAheadOf(selection, fewCalls);
      const near = reader.oldest({ selection: farUs === null ? selection : until(farUs, selection), words });
      if (near !== null || farUs === null) return near;
      const found = sourcesOf(search).flatMap((one) => reader.oldestIn(unproven(search, one), callsOf(one)) ?? []);
      return found.toSorted(oldestFirst)[0] ?? null;
    },

    /** How many calls there are, counted up to `atMost`. */
    count(search: Search, atMost: number): number {
      if (isSmall(search)) return reader.count(search, atMost);
      const refs = new Set<string>();
      for (const source of sourcesOf(search)) {
        for (const ref of reader.refsIn(unproven(search, source), callsOf(source))) {
          refs.add(ref);
          if (refs.size >= atMost) return atMost;
        }
      }
      return refs.size;
    },
  };
}

/** What there is still to be looked for in calls from there. */
function unproven({ selection, words }: Search, { proves }: WordSource): Search {
  return { selection, words: words.filter((word) => !proves.includes(word)) };
}

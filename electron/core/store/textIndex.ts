import type { Database } from 'better-sqlite3';

/** A trigram index: a virtual table with one column of `searchText`. */
type TextIndexName = 'parties_text' | 'names_text' | 'notes_text';

/**
 * What to ask an index for: an FTS5 expression for all texts with the words, and maybe others; `all` where nearly every
 * text has them; `none` where no text does.
 */
export type Match = { readonly kind: 'match'; readonly expression: string } | { readonly kind: 'all' | 'none' };

const trigram = 3;

/** A word of one or two characters stands for the trigrams that begin with it. With more of them it is everywhere. */
const mostTrigrams = 40;

const all: Match = { kind: 'all' };
const none: Match = { kind: 'none' };

/** Answers how words are found in a trigram index. */
export function textIndex(db: Database, name: TextIndexName) {
  const trigrams = db.prepare<[string, string], { term: string }>(
    `SELECT term FROM ${name.replace('_text', '_terms')} WHERE term >= ? AND term < ? LIMIT ${mostTrigrams + 1}`,
  );
  const hits = db.prepare<[string, number], { hits: number }>(
    `SELECT count(*) AS hits FROM (SELECT 1 FROM ${name} WHERE ${name} MATCH ? LIMIT ?)`,
  );

  const matchOf = (word: string): Match => {
    if (lengthOf(word) >= trigram) return { kind: 'match', expression: quoted(word) };
    // Up to above every character that may follow.
    const found = trigrams.all(word, `${word}\u{10ffff}`).map(({ term }) => quoted(term));
    if (found.length > mostTrigrams) return all;
    return found.length === 0 ? none : { kind: 'match', expression: `(${found.join(' OR ')})` };
  };

  const some = (words: readonly string[]): Match => {
    const matches = words.map(matchOf);
    if (matches.some(({ kind }) => kind === 'all')) return all;
    const expressions = matches.flatMap((match) => (match.kind === 'match' ? match.expression : []));
    return expressions.length === 0 ? none : { kind: 'match', expression: `(${expressions.join(' OR ')})` };
  };

  return {
    /** Texts that hold any of these words. */
    some,
    /** Texts that hold one spelling of each of these words. */
    every(words: readonly (readonly string[])[]): Match {
      const matches = words.map(some);
      if (matches.some(({ kind }) => kind === 'none')) return none;
      const expressions = matches.flatMap((match) => (match.kind === 'match' ? match.expression : []));
      return expressions.length === 0 ? all : { kind: 'match', expression: expressions.join(' AND ') };
    },
    /** Whether it finds at most so many texts. */
    isWithin(match: Match, most: number): boolean {
      if (match.kind !== 'match') return match.kind === 'none';
      return (hits.get(match.expression, most + 1)?.hits ?? 0) <= most;
    },
  };
}

/** In characters, as a trigram counts them. */
function lengthOf(text: string): number {
  return Array.from(text).length;
}

/** A string of FTS5: nothing in it has a meaning but the quotation mark. */
function quoted(text: string): string {
  return `"${text.replaceAll('"', '""')}"`;
}

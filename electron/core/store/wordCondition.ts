import type { SearchWord } from '../search/searchWords.ts';
import type { Values } from './callSelection.ts';
import { isOn } from './markTable.ts';

/** Conditions in SQL with their values. */
interface Conditions {
  readonly conditions: readonly string[];
  readonly values: Values;
}

/** Looks at the calls `c` one by one, whether each of these words is found in them. */
export function wordConditions(words: readonly SearchWord[]): Conditions {
  return each(words, ({ extension }, word, spellings) => [
    ...inParty('coalesce(c.e164, c.number)', word, spellings),
    ...(extension === null ? [] : [`${word} IN (c.extension, c.called, c.answered_by)`]),
    `c.noted = 1 AND ${isOn('c', 'notes', `instr(text, ${word})`)}`,
    `c.tagged = 1 AND ${isOn('c', 'tags', `tag_id IN (SELECT id FROM tag_names WHERE instr(folded, ${word}))`)}`,
  ]);
}

/** The same for the number and the name of people. `key`: the column with their number. */
export function partyConditions(words: readonly SearchWord[], key: string): Conditions {
  return each(words, (_word, word, spellings) => inParty(key, word, spellings));
}

function inParty(key: string, word: string, spellings: readonly string[]): string[] {
  return [
    ...spellings.map((spelling) => `instr(lower(${key}), ${spelling})`),
    // The table behind names_text, which gives its text by the row's id at a tenth of the price.
    `EXISTS (SELECT 1 FROM contact_numbers AS own CROSS JOIN names_text_content AS folded ON folded.id = contact_id
       WHERE own.key = ${key} AND instr(folded.c0, ${word}))`,
  ];
}

/** @param places the conditions for one word, any of which will do; it is given the names of its values */
function each(
  words: readonly SearchWord[],
  places: (word: SearchWord, text: string, spellings: readonly string[]) => readonly string[],
): Conditions {
  const values: Record<string, string> = {};
  const conditions = words.map((word, nth) => {
    values[`word${nth}`] = word.text;
    const spellings = word.numbers.map((number, spelling) => {
      values[`number${nth}_${spelling}`] = number;
      return `@number${nth}_${spelling}`;
    });
    return `(${places(word, `@word${nth}`, spellings)
      .map((place) => `(${place})`)
      .join(' OR ')})`;
  });
  return { conditions, values };
}

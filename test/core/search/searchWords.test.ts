import { describe, expect, test } from 'vitest';

import { searchWords } from '../../../electron/core/search/searchWords.ts';

const numbersOf = (search: string, country = '') => searchWords(search, country).map(({ numbers }) => numbers);

describe('a number', () => {
  test.for([
    ['99 123', ['99123']],
    ['(99)123', ['99123']],
    ['99-12 3', ['99123']],
    ['99.123/4', ['991234']],
    ['+357-99', ['+35799']],
    ['+357 99 12', ['+3579912']],
    ['0035799', ['0035799', '+35799']],
    ['+44 (0)20 79', ['+442079']],
    ['00', ['00']],
  ] as const)('is one word, however it is written: %s', ([search, spellings]) => {
    expect(numbersOf(search)).toEqual([spellings]);
  });

  test('with a leading zero is one of the country of the settings, or has the zero within it', () => {
    expect(numbersOf('020 7946', 'GB')).toEqual([['0207946', '+44207946']]);
    expect(numbersOf('020 7946')).toEqual([['0207946', '207946']]);
    expect(numbersOf('02', 'GB')).toEqual([['02']]);
  });

  test('ends where a word begins, and another one begins with a plus', () => {
    expect(searchWords('99 123 maria 44', '').map(({ text }) => text)).toEqual(['99 123', 'maria', '44']);
    expect(numbersOf('99123 +44')).toEqual([['99123'], ['+44']]);
  });
});

test('a word is folded, and met twice it is one', () => {
  expect(searchWords('  ΜΑΡΊΑΣ Müller μαριας ', '').map(({ text }) => text)).toEqual(['μαριασ', 'muller']);
});

test('only what is short and typed in full may be an extension', () => {
  const extensions = searchWords('1002 maria +1003 *72 35799123456', '').map(({ extension }) => extension);
  expect(extensions).toEqual(['1002', null, null, '*72', null]);
});

test('punctuation alone is looked for as it is', () => {
  expect(searchWords('( + "', '').map(({ text, isNumber }) => [text, isNumber])).toEqual([
    ['(', false],
    ['+', false],
    ['"', false],
  ]);
});

import { expect, test } from 'vitest';

import { oneLine } from '../../shared/words/oneLine.ts';

test.for([
  ['a name as it is', 'Μαρία Γεωργίου', 'Μαρία Γεωργίου'],
  ['an Arabic one too', 'فاطمة الزهراء', 'فاطمة الزهراء'],
  ['with the joiners that scripts and emoji need', 'می\u200Cخواهم 👩\u200D💻', 'می\u200Cخواهم 👩\u200D💻'],
  ['on one line', ' first\r\n\tsecond\u2028third\u0000 ', 'first second third'],
  ['without signs that turn the direction', 'a\u202Eb\u202C\u2067c\u2069\u200F', 'abc'],
  ['with whole characters', 'half \uD83D', 'half \uFFFD'],
  ['of a length to be read', 'x'.repeat(10_000), `${'x'.repeat(99)}…`],
  ['cut between characters', '👍'.repeat(150), `${'👍'.repeat(99)}…`],
  ['whole when it just fits', '👍'.repeat(100), '👍'.repeat(100)],
] as const)('gives a name %s', ([, name, line]) => {
  expect(oneLine(name)).toBe(line);
});

import { expect, test } from 'vitest';

import { readNumber } from '../../../electron/core/numbers/read.ts';

test.for([
  '+357 99 123456',
  '0035799123456',
  '00 357 99-123-456',
  '(0035799) 123456',
  '(+357) 99123456',
  '++357 99 123456',
  '="+35799123456"',
  "'+35799123456",
  'tel:+357-99-123-456',
  'sip:+35799123456@pbx.example.com',
  '+35799123456,,12#',
  '+357 99 123456 ext. 12',
  '\u202a+357\u00a099\u2011123456\u202c',
  '＋３５７ ９９１２３４５６',
])('%s is understood everywhere', (text) => {
  expect(readNumber(text, '')).toEqual({ kind: 'number', key: '+35799123456' });
  expect(readNumber(text, 'GB')).toEqual({ kind: 'number', key: '+35799123456' });
});

test.for([
  ['99 123456', 'CY', '+35799123456'],
  ['99123456.0', 'CY', '+35799123456'],
  ['22123456x12', 'CY', '+35722123456'],
  ['020 7946 0018', 'GB', '+442079460018'],
  ['2079460018', 'GB', '+442079460018'],
  ['+44 (0)20 7946 0018', 'CY', '+442079460018'],
  ['(212) 555-0123', 'US', '+12125550123'],
] as const)('%s is understood in %s', ([text, country, key]) => {
  expect(readNumber(text, country)).toEqual({ kind: 'number', key });
});

test.for(['1002', '*98', '112', '10-02', ' 1002 '])('%s is an extension and stays one', (text) => {
  expect(readNumber(text, 'CY')).toEqual({ kind: 'number', key: text.replaceAll(/[ -]/g, '') });
});

test.for([
  ['99 123456', '', 'no-country'],
  ['99 123456', 'XX', 'no-country'],
  ['3.5799E+10', 'CY', 'rounded'],
  ['3,57991E+11', '', 'rounded'],
  ['35799E', 'CY', 'impossible'],
  ['+999 123', 'CY', 'impossible'],
  ['12345678901234567890', 'CY', 'impossible'],
  ['+', 'CY', 'impossible'],
  ['', 'CY', 'impossible'],
  ['call me', 'CY', 'impossible'],
] as const)('%s in %s is none: %s', ([text, country, why]) => {
  expect(readNumber(text, country)).toEqual({ kind: 'bad', why });
});

import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { maskNumbers } from '../../../electron/core/log/mask.ts';

test.for([
  ['+35799123456', '…56'],
  ['0035799123456', '…56'],
  ['+357 99 123456 called', '…56 called'],
  ['tel:+35799123456;ext=1', 'tel:…56;ext=1'],
  ['"ani":"99123456"', '"ani":"…56"'],
  ['+35799123456,+35799123457', '…56,…57'],
  ['sip:99123456@pbx.example.com', 'sip:…56@pbx.example.com'],
  ['caller-99123456', 'caller-…56'],
  ['x99123456y', 'x…56y'],
  ['+357-99-123456', '+357-99-…56'],
] as const)('of the number in %s the last two digits stay: %s', ([text, masked]) => {
  expect(maskNumbers(text)).toBe(masked);
});

test.for([
  'extension 1002',
  'on 2026-03-04T05:06:07.089Z',
  '/home/a/ringside.db.damaged-2026-03-04T05-06-07-089Z',
  '460a36b6-09e7-466b-97d8-903c8cf4fc6c',
  'ref 460a36b6-09e7-466b-97d8-123456789012 ended',
  'SQLITE_FULL: database or disk is full',
])('what names no person stays as it is: %s', (text) => {
  expect(maskNumbers(text)).toBe(text);
});

test('no run of seven digits is left in any text that holds no id', () => {
  const digits = fc.stringMatching(/^\+?[0-9]{7,15}$/);
  const word = fc.constantFrom('a', 'Z', '-', ' ', ':', '"', '.', '/', '_', 'tel:', 'f3c', '\n', 'é', '12 ', '(0)');
  fc.assert(
    fc.property(fc.array(fc.oneof(digits, word, fc.string({ maxLength: 5 })), { maxLength: 8 }), (parts) => {
      expect(maskNumbers(parts.join(''))).not.toMatch(/\d{7}/);
    }),
    { numRuns: 3000 },
  );
});

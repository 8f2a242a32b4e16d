import * as fc from 'fast-check';
import { expect, test } from 'vitest';

import { writeNumber } from '../../../electron/core/numbers/write.ts';

test.for([
  ['+35799123456', '+357 99 123456', 'CY'],
  ['+442035040000', '+44 20 3504 0000', 'GB'],
  ['+12125550123', '+1 212 555 0123', 'US'],
  ['+302101234567', '+30 21 0123 4567', 'GR'],
  ['+80012345678', '+800 1234 5678', null],
] as const)('%s is written %s', ([number, display, country]) => {
  expect(writeNumber(number)).toEqual({ display, country });
});

test.for(['1002', '*98', '#31#', '0035799123456', '99123456', 'alice', 'sip:alice@example.com', '+', '+1', '+abc', ''])(
  'what is no number in E.164 stays as it is: "%s"',
  (number) => {
    expect(writeNumber(number)).toEqual({ display: number, country: null });
  },
);

test('no text makes it throw or lose a digit', () => {
  const almostNumber = fc.stringMatching(/^\+?[0-9 ()-]{0,25}$/);
  fc.assert(
    fc.property(fc.oneof(almostNumber, fc.string({ maxLength: 30 })), (number) => {
      const digits = (text: string) => text.replaceAll(/\D/g, '');
      const { display } = writeNumber(number);
      expect(display === number || digits(display) === digits(number)).toBe(true);
    }),
    { numRuns: 3000 },
  );
});

import { describe, expect, test } from 'vitest';

import { isExtension, isWithheld } from '../../../electron/core/calls/party.ts';
import { reduce } from '../../../electron/core/calls/reduce.ts';
import { type LegFacts, dialled, phone } from '../../support/callEvents.ts';

function partyOf(facts: LegFacts, make = phone) {
  const reduced = reduce([make({ rang: 1, ended: 5, ...facts })], [{ extension: '1002', domain: null }]);
  if (reduced.kind !== 'mine') throw new Error('not my call');
  const { number, e164, internal } = reduced.call;
  return { number, e164, internal };
}

test.for(['anonymous', 'Anonymous', 'RESTRICTED', 'unknown', ' private ', 'Unavailable', 'withheld', null])(
  'a caller who sends %s is withheld',
  (number) => {
    expect(isWithheld(number)).toBe(true);
  },
);

test('a caller who sends a number is not withheld', () => {
  for (const number of ['+35799123456', '1002', '0', 'anonymous-coward']) expect(isWithheld(number)).toBe(false);
});

test.for(['1002', '7', '*98', '#31#', '123456'])('%s is an extension', (number) => {
  expect(isExtension(number)).toBe(true);
});

test.for(['+35799123456', '+100', '0035799123456', '1234567', 'alice', '', null])('%s is no extension', (number) => {
  expect(isExtension(number)).toBe(false);
});

describe('the other party', () => {
  test('of a call to me is the caller, as sent and in E.164', () => {
    expect(partyOf({ caller: '0035799123456', callerE164: '+35799123456' })).toEqual({
      number: '0035799123456',
      e164: '+35799123456',
      internal: false,
    });
  });

  test('of a call I make is the one I dialled', () => {
    expect(partyOf({}, dialled)).toEqual({ number: '0035799123456', e164: '+35799123456', internal: false });
  });

  test('is a colleague when it is an extension', () => {
    expect(partyOf({ ani: '1003', caller: '1003', callerE164: '1003' })).toEqual({
      number: '1003',
      e164: '1003',
      internal: true,
    });
  });

  test('is nobody when withheld, whichever of the fields says so', () => {
    const nobody = { number: null, e164: null, internal: false };
    expect(partyOf({ ani: 'anonymous', caller: 'Anonymous', callerE164: 'anonymous' })).toEqual(nobody);
    expect(partyOf({ ani: null, caller: null, callerE164: null })).toEqual(nobody);
    expect(partyOf({ ani: 'anonymous', caller: null, callerE164: null })).toEqual(nobody);
  });

  test('keeps the number as sent where the E.164 form is withheld or missing', () => {
    for (const callerE164 of ['unknown', null]) {
      expect(partyOf({ caller: '99123456', callerE164 })).toEqual({
        number: '99123456',
        e164: '99123456',
        internal: false,
      });
    }
  });
});

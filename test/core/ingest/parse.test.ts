import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { parse } from '../../../electron/core/ingest/parse.ts';
import { documented } from '../../support/wire.ts';

const bytes = (text: string) => Buffer.from(text, 'utf8');

describe('valid JSON', () => {
  test.for([
    ['an object', '{"a":1}', { a: 1 }],
    ['an object with blanks around it', ' \r\n{"a":1}\n', { a: 1 }],
    ['a list', '[1]', [1]],
    ['text', '"a"', 'a'],
    ['letters of all the world', '{"name":"Ελένη ☎"}', { name: 'Ελένη ☎' }],
    ['a byte order mark before it', '\u{feff}{"a":1}', { a: 1 }],
  ] as const)('is read as it is: %s', ([, text, value]) => {
    expect(parse(bytes(text))).toEqual({ kind: 'parsed', value, repaired: false });
  });
});

describe('an object that is not quite JSON', () => {
  test('is not repaired when it is far longer than any event, because that keeps everybody waiting', () => {
    const long = `{"a":"${'x'.repeat(20_000)}",}`;
    expect(parse(bytes(long))).toMatchObject({ kind: 'refused' });
    expect(parse(bytes(long.replace(',}', '}')))).toMatchObject({ kind: 'parsed', repaired: false });
  });

  test('is read after a repair, and marked so: the documented failed event lacks a comma', () => {
    expect(() => JSON.parse(documented.failed) as unknown).toThrow(SyntaxError);
    expect(parse(bytes(documented.failed))).toMatchObject({
      kind: 'parsed',
      repaired: true,
      value: { reason_failed: 'NO_ROUTE', click_to_call: false, click_to_call_data: '', action: 'failed' },
    });
  });

  test.for([
    ['a comma too many', '{"a":1,}', { a: 1 }],
    ['single quotes', "{'a':'b'}", { a: 'b' }],
    ['bare names', '{a:1}', { a: 1 }],
    ['a missing brace', '{"a":{"b":1}', { a: { b: 1 } }],
    ['a comment', '{"a":1/*one*/}', { a: 1 }],
  ] as const)('is read after a repair: %s', ([, text, value]) => {
    expect(parse(bytes(text))).toEqual({ kind: 'parsed', value, repaired: true });
  });
});

describe('anything else', () => {
  test.for(['hello', 'a=1&b=2', '<event/>', '[1,2', 'true false', '"open', ' ', 'null null'])(
    'is refused with the complaint about the body as it was sent: %s',
    (text) => {
      expect(parse(bytes(text))).toMatchObject({
        kind: 'refused',
        reason: expect.stringMatching(/^The body is not JSON and could not be repaired: /) as unknown,
      });
    },
  );

  test('is refused when it is empty, or no text', () => {
    expect(parse(Buffer.alloc(0))).toEqual({ kind: 'refused', reason: 'The body is empty.' });
    expect(parse(Buffer.from([0x7b, 0xff, 0x7d]))).toEqual({
      kind: 'refused',
      reason: 'The body is not UTF-8 text.',
    });
    expect(parse(Buffer.from('{"a":1}', 'utf16le'))).toMatchObject({ kind: 'refused' });
  });

  test('never throws', () => {
    const almostJson = fc
      .tuple(fc.json({ maxDepth: 4 }), fc.nat(), fc.string({ maxLength: 3 }))
      .map(([text, where, rubbish]) => {
        const cut = where % (text.length + 1);
        return Buffer.from(text.slice(0, cut) + rubbish + text.slice(cut + rubbish.length));
      });
    const rubbish = fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some));
    fc.assert(
      fc.property(fc.oneof(almostJson, rubbish), (body) => {
        expect(['parsed', 'refused']).toContain(parse(body).kind);
      }),
      { numRuns: 3000 },
    );
  });
});

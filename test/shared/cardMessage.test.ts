import { expect, test } from 'vitest';

import { readCardMessage } from '../../shared/cardMessage.ts';

test.each([
  { kind: 'height', height: 0 },
  { kind: 'height', height: 151 },
  { kind: 'drag', right: -300.5, down: 20 },
  { kind: 'drop' },
  { kind: 'open', ref: 'call-1' },
  { kind: 'open', ref: 'call-1', note: true },
] as const)('%j is understood, and nothing is taken over that does not belong to it', (message) => {
  expect(readCardMessage({ ...message, extra: 1 })).toEqual(message);
});

test.each([
  null,
  undefined,
  'height',
  {},
  { kind: 'quit' },
  { kind: 'height' },
  { kind: 'height', height: -1 },
  { kind: 'height', height: '151' },
  { kind: 'height', height: Number.NaN },
  { kind: 'height', height: Number.POSITIVE_INFINITY },
  { kind: 'height', height: 1e9 },
  { kind: 'drag', right: 1 },
  { kind: 'open', ref: '' },
  { kind: 'open', ref: { toString: 'call-1' } },
])('%j is no message', (value) => {
  expect(readCardMessage(value)).toBeNull();
});

import { expect, it } from 'vitest';

import { asker } from '../../renderer/data/ask.ts';
import { readRange } from '../../renderer/data/range.ts';
import { everyCall } from '../../shared/callFilter.ts';
import { callRow, manyCalls, noonUs } from './support/calls.ts';
import { createFakeCore } from './support/fakeCore.ts';

it('keeps the end of a range however many calls come in above it', async () => {
  const core = createFakeCore();
  core.calls = manyCalls(500);
  const ask = asker(core.bridge);
  const first = await readRange(ask, everyCall, null, null);

  const newer = Array.from({ length: 250 }, (_, index) =>
    callRow({ ref: `new-${index}`, startedAtUs: noonUs + (250 - index) * 1_000_000 }),
  );
  core.calls = [...newer, ...core.calls];
  const again = await readRange(ask, everyCall, null, first.next);
  expect(again.calls.map((call) => call.ref)).toEqual(
    core.calls.slice(0, 250 + first.calls.length).map((call) => call.ref),
  );
  expect(again.next).toEqual(first.next);
});

it('takes the call at its end, and none below it, even among calls of the same microsecond', async () => {
  const core = createFakeCore();
  core.calls = ['d', 'c', 'b', 'a'].map((ref) => callRow({ ref }));
  const range = await readRange(asker(core.bridge), everyCall, null, { startedAtUs: noonUs, ref: 'b' });
  expect(range.calls.map((call) => call.ref)).toEqual(['d', 'c', 'b']);
});

import { expect, test } from 'vitest';

import { createOutbox } from '../../electron/shell/outbox.ts';
import type { Push } from '../../shared/contract.ts';

const changed = (...what: Extract<Push, { name: 'changed' }>['value']['what']): Push => ({
  name: 'changed',
  value: { what },
});
const open = (ref: string): Push => ({ name: 'open', value: { ref } });

function collect() {
  const sent: Push[] = [];
  return { sent, outbox: createOutbox((push) => sent.push(push)) };
}

test('a page that listens gets every push as it comes', () => {
  const { sent, outbox } = collect();
  outbox.open();
  outbox.push(changed('calls'));
  outbox.push(open('r1'));
  expect(sent).toEqual([changed('calls'), open('r1')]);
});

test('what comes while the page loads is summed up when it listens: the topics once each, the last call to open', () => {
  const { sent, outbox } = collect();
  for (const push of [changed('calls'), open('r1'), changed('pops', 'calls'), open('r2')]) outbox.push(push);
  expect(sent).toEqual([]);
  outbox.open();
  expect(sent).toEqual([changed('calls', 'pops'), open('r2')]);
});

test('nothing is sent twice when the page is loaded again', () => {
  const { sent, outbox } = collect();
  outbox.push(open('r1'));
  outbox.open();
  outbox.close();
  outbox.push(changed('status'));
  outbox.open();
  expect(sent).toEqual([open('r1'), changed('status')]);
});

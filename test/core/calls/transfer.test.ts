import { expect, test } from 'vitest';

import { reduce } from '../../../electron/core/calls/reduce.ts';
import { leg, phone } from '../../support/callEvents.ts';

const me = [{ extension: '1002', domain: null }];
const asks = { ani: '1003', caller: '1003', callerE164: '1003', recipient: '1002', recipientE164: '1002' };

test('a call by which a colleague asked me and then stepped out came from that colleague', () => {
  const theirLine = leg({ channel: 'call', ...asks, answered: 5, ended: 10, cause: 'ATTENDED_TRANSFER' });
  const mine = phone({ ...asks, rang: 1, answered: 5, ended: 30 });
  expect(reduce([theirLine, mine], me)).toMatchObject({ call: { outcome: 'answered', cameFrom: '1003' } });
  // The PBX may name me on the line that asks, too, or nobody.
  for (const named of ['1002', null]) {
    expect(reduce([{ ...theirLine, recipient: named }, mine], me)).toMatchObject({ call: { cameFrom: '1003' } });
  }
});

test('a call that a colleague merely made to me came from nobody', () => {
  const theirLine = leg({ channel: 'call', ...asks, answered: 5, ended: 30, cause: 'NORMAL_CLEARING' });
  const mine = phone({ ...asks, rang: 1, answered: 5, ended: 30 });
  expect(reduce([theirLine, mine], me)).toMatchObject({ call: { cameFrom: null } });
});

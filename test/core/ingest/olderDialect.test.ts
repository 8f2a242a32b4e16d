import { describe, expect, test } from 'vitest';

import { reduce } from '../../../electron/core/calls/reduce.ts';
import { normalise } from '../../../electron/core/ingest/normalise.ts';
import { fromOlderDialect } from '../../../electron/core/ingest/olderDialect.ts';

const me = [{ extension: '1002', domain: null }];
const second = 1_000_000;

/** An event of the older mock: numbers as numbers, no times, no `ref`, no legs. */
function olderEvent(action: string, fields: Record<string, unknown> = {}) {
  return {
    uuid: 'b2f5',
    caller_number: 35799123456,
    destination_number: 1002,
    call_start: null,
    ring_start: null,
    answer_start: null,
    call_end: null,
    action,
    ...fields,
  };
}

function callOf(sent: readonly { event: unknown; atUs: number }[]) {
  const events = sent.map(({ event, atUs }) => {
    const normalised = normalise(event, atUs);
    if (normalised.kind !== 'event') throw new Error(JSON.stringify(normalised));
    return normalised.event;
  });
  const reduced = reduce(events, me);
  if (reduced.kind === 'stranger') throw new Error('The call is not mine.');
  return reduced.call;
}

describe('the older dialect', () => {
  test('tells an answered call by what arrived when, since it knows no times', () => {
    const call = callOf([
      { event: olderEvent('ORIGINATE'), atUs: 100 * second },
      { event: olderEvent('RING'), atUs: 101 * second },
      { event: olderEvent('ANSWERED'), atUs: 105 * second },
      { event: olderEvent('HANGUP', { cause: 'NORMAL_CLEARING' }), atUs: 125 * second },
    ]);
    expect(call).toMatchObject({
      ref: 'b2f5',
      direction: 'in',
      outcome: 'answered',
      e164: '+35799123456',
      extension: '1002',
      ringUs: 4 * second,
      talkUs: 20 * second,
    });
  });

  test('tells a missed call and a call of mine', () => {
    expect(
      callOf([
        { event: olderEvent('RING'), atUs: second },
        { event: olderEvent('HANGUP', { cause: 'ORIGINATOR_CANCEL' }), atUs: 9 * second },
      ]),
    ).toMatchObject({ outcome: 'missed', reason: 'caller-hung-up', ringUs: 8 * second });
    expect(
      callOf([
        { event: olderEvent('RING', { caller_number: 1002, destination_number: 35799123456 }), atUs: second },
        {
          event: olderEvent('HANGUP', {
            caller_number: 1002,
            destination_number: 35799123456,
            cause: 'NO_ANSWER',
          }),
          atUs: 31 * second,
        },
      ]),
    ).toMatchObject({ direction: 'out', outcome: 'no-answer', e164: '+35799123456', extension: '1002' });
  });

  test('leaves extensions, and numbers that were text, as they are', () => {
    expect(fromOlderDialect(olderEvent('RING', { caller_number: '0035799123456' }))).toMatchObject({
      caller_id_number_e164: '0035799123456',
      recipient_e164: 1002,
    });
  });

  test('is not mistaken for the documented one, nor the other way round', () => {
    const documented = { ref: 'r', uuid: 'u', action: 'ring' };
    expect(fromOlderDialect(documented)).toBe(documented);
    expect(fromOlderDialect(null)).toBeNull();
    expect(normalise({ action: 'RING' }, 0)).toMatchObject({ kind: 'refused' });
  });
});

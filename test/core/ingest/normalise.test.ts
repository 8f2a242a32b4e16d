import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { type Normalised, normalise } from '../../../electron/core/ingest/normalise.ts';
import { documented } from '../../support/wire.ts';

const arrivedUs = 1_900_000_000_000_000;
const hangup = JSON.parse(documented.hangup) as Record<string, unknown>;

function read(fields: Record<string, unknown>): Normalised & { kind: 'event' } {
  const normalised = normalise({ ...hangup, ...fields }, arrivedUs);
  if (normalised.kind !== 'event') throw new Error(JSON.stringify(normalised));
  return normalised;
}

const eventOf = (fields: Record<string, unknown>) => read(fields).event;

test('the documented hang-up is read field by field', () => {
  expect(eventOf({})).toEqual({
    action: 'hangup',
    ref: '460a36b6-09e7-466b-97d8-903c8cf4fc6c',
    originatingLeg: '460a36b6-09e7-466b-97d8-903c8cf4fc6c',
    channel: '8967dafb-f8b6-4d68-9eb7-f3cce82596c8',
    domain: 'dev-pbx.impactpbx.com',
    dialedUser: null,
    ani: '1002',
    caller: '+442035040000',
    callerE164: '+442035040000',
    recipient: '0035799123456',
    recipientE164: '+35799123456',
    startedAtUs: 1_580_283_919_489_709,
    rangAtUs: 1_580_283_925_729_764,
    answeredAtUs: 1_580_283_935_169_797,
    endedAtUs: 1_580_283_939_549_758,
    sentAtUs: 1_580_283_940_000_000,
    durationSeconds: 4,
    recording: '460a36b6-09e7-466b-97d8-903c8cf4fc6c',
    cause: 'NORMAL_CLEARING',
    failedReason: null,
    clickToCall: false,
    clickToCallData: null,
  });
});

describe('the wire may spell', () => {
  test.for([
    ['originate', 'originate'],
    ['RING', 'ring'],
    ['Answer', 'answer'],
    ['answered', 'answer'],
    ['ANSWERED', 'answer'],
    [' hangup ', 'hangup'],
    ['Failed', 'failed'],
  ] as const)('the action as %s', ([spelled, action]) => {
    expect(eventOf({ action: spelled }).action).toBe(action);
  });

  test('numbers as text, and text as numbers', () => {
    const spelled = eventOf({
      ref: 17,
      ani: 1002,
      dialed_user: 1003,
      duration: '4',
      call_end_uepoch: '1580283939549758',
    });
    expect(spelled).toMatchObject({
      ref: '17',
      ani: '1002',
      dialedUser: '1003',
      durationSeconds: 4,
      endedAtUs: 1_580_283_939_549_758,
    });
  });

  test('what is unknown as null, as nothing, as blanks or not at all', () => {
    const names = Object.keys(hangup).filter((name) => name !== 'ref' && name !== 'action');
    const spelled = [null, '', '  ', undefined].map((unknown) =>
      read(
        Object.fromEntries(
          names.map((name) => [name, name === 'click_to_call_data' && unknown === '  ' ? '' : unknown]),
        ),
      ),
    );
    expect(new Set(spelled.map(({ event }) => JSON.stringify(event))).size).toBe(1);
    expect(new Set(spelled.map(({ digest }) => digest.toString('hex'))).size).toBe(1);
  });

  test('a time that has not come as 0, as "0" and as 1970', () => {
    for (const fields of [
      { answer_start_uepoch: 0, answer_start: '1970-01-01T00:00:00.000+00:00' },
      { answer_start_uepoch: '0', answer_start: '' },
      { answer_start_uepoch: null, answer_start: null },
    ]) {
      expect(eventOf(fields).answeredAtUs).toBeNull();
    }
  });

  test('a time in whole seconds alone, where it leaves the microseconds out', () => {
    expect(eventOf({ call_end_uepoch: undefined }).endedAtUs).toBe(1_580_283_939_000_000);
    expect(eventOf({ call_end_uepoch: undefined, call_end: '2020-01-29T09:45:39+02:00' }).endedAtUs).toBe(
      1_580_283_939_000_000,
    );
  });

  test.for([
    [true, true],
    ['true', true],
    ['TRUE', true],
    [1, true],
    ['1', true],
    ['yes', true],
    [false, false],
    ['false', false],
    [0, false],
    ['', false],
    [null, false],
    [undefined, false],
  ] as const)('click-to-call as %s', ([spelled, meant]) => {
    expect(eventOf({ click_to_call: spelled }).clickToCall).toBe(meant);
  });

  test('the data of click-to-call as anything its user likes', () => {
    expect(eventOf({ click_to_call_data: 'ticket=7' }).clickToCallData).toBe('ticket=7');
    expect(eventOf({ click_to_call_data: { ticket: [7] } }).clickToCallData).toBe('{"ticket":[7]}');
    expect(eventOf({ click_to_call_data: 0 }).clickToCallData).toBe('0');
  });

  test('a duration that is none', () => {
    expect(eventOf({ duration: 'short' }).durationSeconds).toBeNull();
  });

  test('fields that nobody has heard of', () => {
    expect(eventOf({ weather: 'fine', direction: 'sideways' })).toEqual(eventOf({}));
  });
});

describe('an event', () => {
  test('without a channel is about the call itself', () => {
    expect(eventOf({ channel_uuid: undefined }).channel).toBe(hangup['ref']);
  });

  test('without numbers in E.164 has them as they were sent', () => {
    expect(eventOf({ recipient_e164: '', caller_id_number_e164: null })).toMatchObject({
      recipientE164: '0035799123456',
      callerE164: '+442035040000',
    });
  });

  test.for([
    ['ring', 'rangAtUs'],
    ['answer', 'answeredAtUs'],
    ['hangup', 'endedAtUs'],
    ['failed', 'endedAtUs'],
  ] as const)('that says nothing about time happened when it arrived: %s', ([action, moment]) => {
    const bare = normalise({ ref: 'r', action }, arrivedUs);
    expect(bare).toMatchObject({
      kind: 'event',
      event: { sentAtUs: arrivedUs, [moment]: arrivedUs, startedAtUs: null },
    });
  });

  test('that leaves its own moment out happened when it was sent', () => {
    expect(eventOf({ call_end: '', call_end_uepoch: 0 }).endedAtUs).toBe(1_580_283_940_000_000);
  });

  test('that leaves the sending time out was sent at the latest time it tells', () => {
    expect(eventOf({ timestamp: '' }).sentAtUs).toBe(1_580_283_939_549_758);
    expect(eventOf({ timestamp: '', call_end: '', call_end_uepoch: '', action: 'answer' }).sentAtUs).toBe(
      1_580_283_935_169_797,
    );
  });

  test('of an action from the future is told from a mistake', () => {
    expect(normalise({ ...hangup, action: 'transfer' }, arrivedUs)).toEqual({
      kind: 'unknown-action',
      action: 'transfer',
    });
    expect(normalise({ ...hangup, action: 'x'.repeat(1000) }, arrivedUs)).toEqual({
      kind: 'unknown-action',
      action: 'x'.repeat(40),
    });
  });

  test('that is wrong in several ways is refused with all of them', () => {
    expect(normalise({ ref: [], action: 7, timestamp: 'now' }, arrivedUs)).toEqual({
      kind: 'refused',
      reason:
        'Field "ref": expected text or a number. Field "action": expected the name of an action. ' +
        'Field "timestamp": expected a time in ISO 8601.',
    });
  });

  test('never makes us throw, whatever its fields hold', () => {
    expect.hasAssertions();
    const field = fc.constantFrom(...Object.keys(hangup), 'reason_failed', '__proto__', 'constructor');
    const changes = fc.array(fc.tuple(field, fc.jsonValue({ maxDepth: 3 })), { maxLength: 4 });
    fc.assert(
      fc.property(changes, (some) => {
        const normalised = normalise({ ...hangup, ...Object.fromEntries(some) }, arrivedUs);
        const told = normalised.kind === 'event' ? Object.entries(normalised.event) : [];
        for (const [name, value] of told) {
          expect(value).not.toBeNaN();
          expect(name.endsWith('AtUs') && value !== null && !Number.isSafeInteger(value)).toBe(false);
        }
      }),
      { numRuns: 3000 },
    );
  });
});

describe('the digest', () => {
  const digest = (fields: Record<string, unknown>) => read(fields).digest.toString('hex');

  test('is the same for the same event, however it is spelled and whenever it arrives', () => {
    const spellings: Record<string, unknown>[] = [
      { action: 'HANGUP' },
      { duration: '4', ani: 1002 },
      { dialed_user: null },
      { dialed_user: undefined },
      { call_end_uepoch: '1580283939549758' },
      { click_to_call: 'false' },
      { click_to_call_data: null },
      { recording: ' 460a36b6-09e7-466b-97d8-903c8cf4fc6c ' },
      { reason_failed: '' },
      { direction: 'OUTBOUND', extra: 1 },
      { timestamp: '2020-01-29T09:45:40+02:00' },
    ];
    expect(spellings.map(digest)).toEqual(spellings.map(() => digest({})));
    const bare = { ref: 'r', action: 'ring' };
    const [early, late] = [normalise(bare, 1), normalise(bare, 2)];
    expect(early).toMatchObject({ kind: 'event' });
    expect('digest' in early && 'digest' in late && early.digest.equals(late.digest)).toBe(true);
  });

  test('is another for an event that differs in anything we read', () => {
    const others: Record<string, unknown>[] = [
      { ref: 'other' },
      { action: 'answer' },
      { channel_uuid: 'other' },
      { domain_name: 'other.example' },
      { dialed_user: '1003' },
      { ani: '1003' },
      { caller_id_number: '+35799000000' },
      { caller_id_number_e164: '+35799000000' },
      { recipient: '+35799000000' },
      { recipient_e164: '+35799000000' },
      { call_start_uepoch: 1_580_283_919_489_710 },
      { ring_start_uepoch: 1_580_283_925_729_765 },
      { answer_start_uepoch: 1_580_283_935_169_798 },
      { call_end_uepoch: 1_580_283_939_549_759 },
      { timestamp: '2020-01-29T07:45:41.000+00:00' },
      { duration: 5 },
      { recording: 'other' },
      { cause: 'USER_BUSY' },
      { reason_failed: 'NO_ROUTE' },
      { click_to_call: true },
      { click_to_call_data: 'other' },
    ];
    const digests = [{}, ...others].map(digest);
    expect(new Set(digests).size).toBe(digests.length);
  });
});

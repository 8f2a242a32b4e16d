import { expect, test } from 'vitest';

import { callIn, callOut, line } from '../support/calls.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { startApp } from '../support/startApp.ts';

const second = 1_000_000;
const seconds = (n: number) => n * second;

async function agent() {
  const clock = fakeClock();
  return { clock, running: await startApp({ extensions: ['1002'], clock }), atUs: clock.nowUs() - seconds(60) };
}

/** I call a colleague. */
const asking = (ref: string, atUs: number) => ({ ref, atUs, number: '1007', fields: { dialed_user: '1007' } });

test('a call handed over unannounced says to whom', async () => {
  const { running, atUs } = await agent();
  await running.post(callIn({ ref: 'call', atUs, answered: 5, ended: 15, cause: 'BLIND_TRANSFER' }));
  await running.post(callIn({ ref: 'call', atUs: atUs + seconds(16), extension: '1007', answered: 4, ended: 20 }));
  const detail = await running.ask('calls.get', 'call');
  expect(detail?.call).toMatchObject({ outcome: 'transferred', transferredTo: '1007', talkUs: seconds(10) });
  expect(detail?.why).toMatchObject({ message: 'transferredTo', by: '1007' });
});

test.for(['the customer first', 'the question first'] as const)(
  'a call handed over after asking is linked with the call for asking: %s',
  async (order) => {
    const { running, atUs } = await agent();
    const customer = callIn({ ref: 'customer', atUs, answered: 5, ended: 30, cause: 'ATTENDED_TRANSFER' });
    const { fields, ...question } = asking('asking', atUs + seconds(15));
    const mine = { channel_uuid: 'asking', dialed_user: '' };
    const posts = [
      customer,
      callOut({ ...question, fields: { ...fields, ...mine }, ended: 15, cause: 'ATTENDED_TRANSFER' }),
      callOut({ ...question, fields, answered: 3, ended: 90 }),
    ];
    for (const body of order === 'the customer first' ? posts : posts.toReversed()) await running.post(body);
    const detail = await running.ask('calls.get', 'customer');
    expect(detail?.call).toMatchObject({ outcome: 'transferred', transferredTo: '1007' });
    expect(detail?.links).toMatchObject([{ kind: 'to', ref: 'asking', party: { e164: '1007' } }]);

    const back = await running.ask('calls.get', 'asking');
    expect(back?.call).toMatchObject({ outcome: 'transferred', talkUs: seconds(12) });
    expect(back?.links).toMatchObject([{ kind: 'from', ref: 'customer', party: { e164: '+35799123456' } }]);
  },
);

test('a call a colleague puts through says from whom, and who the outside caller is', async () => {
  const { clock, running, atUs } = await agent();
  await running.post(line({ ref: 'customer', atUs, ended: 60 }));
  await running.post(
    callIn({ ref: 'customer', atUs, extension: '1003', answered: 5, ended: 30, cause: 'ATTENDED_TRANSFER' }),
  );
  const colleague = { ref: 'asking', atUs: atUs + seconds(15), number: '1003' };
  await running.post(line({ ...colleague, ended: 15, cause: 'ATTENDED_TRANSFER' }));
  await running.post(callIn({ ...colleague, answered: 3, ended: 45 }));
  const seen = async () => {
    const detail = await running.ask('calls.get', 'asking');
    expect(detail?.call).toMatchObject({ outcome: 'answered', internal: true, cameFrom: '1003' });
    expect(detail?.why).toMatchObject({ message: 'cameFrom', by: '1003' });
    expect(detail?.links).toMatchObject([{ kind: 'from', ref: null, party: { e164: '+35799123456' } }]);
  };
  await seen();
  clock.advance(3_600_000);
  expect(await running.ask('calls.get', 'customer')).toBeNull();
  await seen();
});

test('a call that reaches me after a colleague had it says from whom', async () => {
  const { running, atUs } = await agent();
  await running.post(callIn({ ref: 'call', atUs, extension: '1003', answered: 3, ended: 20, cause: 'BLIND_TRANSFER' }));
  await running.post(callIn({ ref: 'call', atUs: atUs + seconds(21), answered: 5, ended: 40 }));
  expect((await running.ask('calls.get', 'call'))?.call).toMatchObject({ cameFrom: '1003', group: false });
});

test('what a colleague says after I have handed my own call over is none of my talk', async () => {
  const { running, atUs } = await agent();
  const call = { ref: 'out', atUs };
  await running.post(callOut({ ...call, fields: { channel_uuid: 'out' }, ended: 20, cause: 'BLIND_TRANSFER' }));
  await running.post(callOut({ ...call, answered: 5, ended: 200 }));
  expect((await running.ask('calls.get', 'out'))?.call).toMatchObject({ outcome: 'transferred', talkUs: seconds(15) });
});

import { once } from 'node:events';
import { type AddressInfo, createServer, type Socket } from 'node:net';

import { expect, onTestFinished, test } from 'vitest';

import { isSshThere } from '../../../electron/core/reach/ssh/isThere.ts';
import { watchReturn } from '../../../electron/core/reach/watchReturn.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { freePort } from '../../support/port.ts';

/** A server that does this with whoever comes. Resolves with its port. */
async function serving(meet: (socket: Socket) => void): Promise<number> {
  const server = createServer(meet).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return (server.address() as AddressInfo).port;
}

function watched() {
  const clock = fakeClock();
  const state = { isThere: false, isWanted: true, asked: 0, returned: 0 };
  const ask = () => {
    state.asked += 1;
    return Promise.resolve(state.isThere);
  };
  onTestFinished(
    watchReturn(
      clock,
      () => (state.isWanted ? ask : null),
      () => {
        state.returned += 1;
      },
    ),
  );
  const look = async () => {
    clock.advance(5000);
    // What is answered has to be heard before time goes on.
    await new Promise(setImmediate);
  };
  return { state, look };
}

test('a far end that comes back is told once', async () => {
  const { state, look } = watched();
  await look();
  await look();
  expect(state.returned).toBe(0);
  state.isThere = true;
  await look();
  expect(state.returned).toBe(1);
  await look();
  expect(state.returned).toBe(1);
});

test('one that was there all the time is no news, for what fails then fails for another reason', async () => {
  const { state, look } = watched();
  state.isThere = true;
  await look();
  await look();
  expect(state.returned).toBe(0);
});

test('nobody is asked while nobody waits, and what was known before is forgotten', async () => {
  const { state, look } = watched();
  await look();
  state.isWanted = false;
  await look();
  expect(state.asked).toBe(1);
  state.isWanted = true;
  state.isThere = true;
  await look();
  expect(state.returned).toBe(0);
});

test('a server that greets as SSH does is there; one that says nothing else, hangs up or is absent is not', async () => {
  const greeting = await serving((socket) => void socket.end('SSH-2.0-OpenSSH_9.2\r\n'));
  const other = await serving((socket) => void socket.end('220 mail\r\n'));
  const curt = await serving((socket) => void socket.destroy());
  expect(await isSshThere('127.0.0.1', greeting)).toBe(true);
  expect(await isSshThere('127.0.0.1', other)).toBe(false);
  expect(await isSshThere('127.0.0.1', curt)).toBe(false);
  expect(await isSshThere('127.0.0.1', await freePort())).toBe(false);
});

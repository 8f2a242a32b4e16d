import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';

import { expect, onTestFinished, test } from 'vitest';

import { hostKeys } from '../../../electron/core/reach/ssh/hostKeys.ts';
import { freePort } from '../../support/port.ts';
import { awkwardFolder, overSsh, sshOf } from '../../support/sshTunnels.ts';
import { supervised } from '../../support/supervised.ts';
import { startTunnelServer, tunnelServerProblem } from '../../support/tunnelServer.ts';

const problem = tunnelServerProblem();

test('a session that answers nothing any more is noticed and replaced', { timeout: 60_000 }, async ({ skip }) => {
  if (problem !== null) skip(problem);
  const server = await startTunnelServer();
  const dataDir = awkwardFolder();
  await server.admit(dataDir);
  const { reach, states } = await supervised(overSsh(server, dataDir), server.certificate);
  await expect.poll(() => reach.state().kind).toBe('up');
  const [old] = sshOf(server);
  server.freezeSessions();
  await expect.poll(() => states.some(({ kind }) => kind === 'down'), { timeout: 40_000 }).toBe(true);
  await expect.poll(() => reach.state().kind).toBe('up');
  expect(sshOf(server)).toHaveLength(1);
  expect(sshOf(server)).not.toContainEqual(old);
});

test('the keys of a server are not to be had of a port where nobody listens, or that says nothing', async () => {
  expect(await hostKeys('127.0.0.1', await freePort())).toMatchObject({ trouble: { code: 'unreachable' } });
  const silent = createServer((socket) => socket.resume()).listen(0, '127.0.0.1');
  await once(silent, 'listening');
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as AddressInfo;
  expect(await hostKeys('127.0.0.1', port, 200)).toMatchObject({ trouble: { code: 'unreachable' } });
});

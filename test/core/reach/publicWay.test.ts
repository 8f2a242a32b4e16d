import { request } from 'node:https';
import { getCACertificates, setDefaultCACertificates } from 'node:tls';

import { describe, expect, onTestFinished, test } from 'vitest';

import type { SelfTest } from '../../../shared/reach.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { startTunnelServer, type TunnelServer, tunnelServerProblem } from '../../support/tunnelServer.ts';
import { ringEvent } from '../../support/wire.ts';

const problem = tunnelServerProblem();

/** A Ringside that a server on the internet passes events on to, over a tunnel of its own. */
async function reachable(): Promise<{ running: Running; server: TunnelServer }> {
  const server = await startTunnelServer();
  trust(server.certificate);
  const dataDir = tempFolder();
  await server.admit(dataDir);
  const running = await startApp({ dataDir, extensions: ['1002'] });
  const { reach } = await running.settings();
  await running.ask('settings.change', { reach: { ...reach, kind: 'ssh', ssh: server.settings } });
  await expect.poll(() => stateOf(running)).toBe('up');
  return { running, server };
}

/** For as long as the test runs. */
function trust(certificate: string): void {
  const before = getCACertificates('default');
  setDefaultCACertificates([...before, certificate]);
  onTestFinished(() => setDefaultCACertificates(before));
}

const stateOf = async (running: Running) => (await running.ask('reach.get')).state.kind;

/** As the PBX does. Resolves with the status. */
function post(url: string, body: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const sent = request(url, { method: 'POST', headers: { 'content-type': 'application/json' }, agent: false });
    sent.once('error', reject);
    sent.once('response', (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    sent.end(body);
  });
}

async function webhookOf(running: Running): Promise<string> {
  const { webhook } = await running.ask('reach.get');
  if (webhook === null) throw new Error('no public address');
  return webhook;
}

async function tested(running: Running, seesCards: boolean): Promise<SelfTest> {
  const { id } = await running.ask('selfTest.start');
  const look = async () => {
    const pop = (await running.ask('pops.list')).find(({ selfTest }) => selfTest === id);
    if (pop !== undefined && seesCards) await running.ask('selfTest.seen', id);
    return running.ask('selfTest.get');
  };
  await expect.poll(look).toMatchObject({ id, isOver: true });
  const result = await running.ask('selfTest.get');
  if (result === null) throw new Error('no test');
  return result;
}

const told = ({ hops }: SelfTest) =>
  hops.map(({ hop, state, trouble }) => `${hop} ${state} ${trouble?.code ?? ''}`.trim());

describe.skipIf(problem !== null)('with a server of the user', { meta: { leftOut: problem ?? '' } }, () => {
  test('events come in by the public address, and a tunnel that is cut is a gap until it is back', async () => {
    const { running, server } = await reachable();
    const webhook = await webhookOf(running);
    expect(webhook).toBe(`${server.settings.url}${new URL(running.webhook()).pathname}`);
    const ring = (ref: string) =>
      post(webhook, JSON.stringify(ringEvent(Date.now() * 1000, { ref, channel_uuid: ref })));
    expect(await ring('before')).toBe(200);

    await server.stopSsh();
    const cutUs = Date.now() * 1000;
    await expect.poll(() => stateOf(running)).not.toBe('up');
    expect(await ring('meanwhile')).toBe(502);
    await expect
      .poll(async () => (await running.ask('reach.gaps'))[0])
      .toMatchObject({ toUs: null, cause: 'not-reachable' });
    await server.startSsh();
    await expect.poll(() => stateOf(running)).toBe('up');
    const backUs = Date.now() * 1000;
    expect(await ring('after')).toBe(200);

    const [gap] = await running.ask('reach.gaps');
    expect(gap?.cause).toBe('not-reachable');
    expect(Math.abs((gap?.fromUs ?? 0) - cutUs) / 1_000_000).toBeLessThan(3);
    expect(Math.abs((gap?.toUs ?? 0) - backUs) / 1_000_000).toBeLessThan(3);
    expect((await running.ask('calls.live')).map(({ ref }) => ref).sort()).toEqual(['after', 'before']);
  });

  test('every hop of the self-test passes, and no call is in the log for it', async () => {
    const { running } = await reachable();
    expect(told(await tested(running, true))).toEqual([
      'settings passed',
      'public-url passed',
      'tunnel passed',
      'listener passed',
      'database passed',
      'notification passed',
      'pop-up passed',
    ]);
    expect(running.notified).toMatchObject([{ kind: 'show', pop: { ways: { sound: false } } }]);
    expect(await running.ask('calls.live')).toEqual([]);
    expect(await running.ask('rejected.list')).toEqual([]);
    expect((await running.ask('status.get')).lastEventAtUs).toBeNull();
  });

  test('the hop that is broken is named, and those after it are left out', async () => {
    const { running, server } = await reachable();
    await server.stopSsh();
    await expect.poll(() => stateOf(running)).toBe('down');
    const { hops } = await tested(running, true);
    expect(hops.map(({ state }) => state)).toEqual([
      'passed',
      'passed',
      'failed',
      ...Array.from({ length: 4 }, () => 'skipped'),
    ]);
    expect(hops[2]?.trouble?.code).toBe('unreachable');
  });

  test('a server that falls silent is a gap from then on, though it is noticed later', async () => {
    const { running, server } = await reachable();
    server.freeze();
    const frozenUs = Date.now() * 1000;
    await expect.poll(() => stateOf(running), { timeout: 25_000 }).not.toBe('up');
    const [gap] = await running.ask('reach.gaps');
    server.thaw();
    expect(Math.abs((gap?.fromUs ?? 0) - frozenUs) / 1_000_000).toBeLessThan(4);
  });

  test('the time between two runs is a gap', async () => {
    const { running } = await reachable();
    await running.app.stop();
    const stoppedUs = Date.now() * 1000;
    const again = await startApp({ dataDir: running.dataDir, extensions: ['1002'] });
    await expect.poll(() => stateOf(again)).toBe('up');
    const [gap] = await again.ask('reach.gaps');
    expect(Math.abs((gap?.fromUs ?? 0) - stoppedUs) / 1_000_000).toBeLessThan(3);
    expect(Math.abs((gap?.toUs ?? 0) - Date.now() * 1000) / 1_000_000).toBeLessThan(3);
  });
});

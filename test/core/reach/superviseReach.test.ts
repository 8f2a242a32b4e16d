import { expect, onTestFinished, test } from 'vitest';

import { eventStream } from '../../../electron/core/reach/eventStream.ts';
import { superviseReach } from '../../../electron/core/reach/superviseReach.ts';
import type { ProbeResult, Tunnel, TunnelEvent } from '../../../electron/core/reach/tunnel.ts';
import { fakeClock } from '../../support/fakeClock.ts';

const url = 'https://hooks.example.com';
const returned: ProbeResult = { kind: 'returned', milliseconds: 12 };
const lost: ProbeResult = { kind: 'lost', trouble: { code: 'http-error', detail: '502' } };
const exited: TunnelEvent = { kind: 'exit', class: 'transient', trouble: { code: 'exited', detail: 'bye' } };

/** A tunnel that does what the test says, and remembers its runs. */
function puppet({ hasStableUrl = true, isMetered = false } = {}) {
  const runs: { port: number; emit: (event: TunnelEvent) => void; end: () => void; isAsked: () => boolean }[] = [];
  /** Whether a run that is asked to end does so. */
  const manners = { endsWhenAsked: true, isThere: true };
  const tunnel: Tunnel = {
    hasStableUrl,
    isMetered,
    hasEdgeRules: false,
    senderHeader: null,
    isThere: () => Promise.resolve(manners.isThere),
    run: (port, signal) =>
      eventStream(
        (emit) =>
          new Promise<void>((resolve) => {
            runs.push({ port, emit, end: resolve, isAsked: () => signal.aborted });
            signal.addEventListener('abort', () => {
              if (manners.endsWhenAsked) resolve();
            });
          }),
      ),
  };
  return { tunnel, runs, manners };
}

function desk() {
  const clock = fakeClock();
  const answer = { now: returned as ProbeResult | null };
  const probes: string[] = [];
  const said: string[] = [];
  const reach = superviseReach({
    clock,
    log: { info() {}, warn() {}, error() {} },
    async probe(to) {
      probes.push(to);
      return answer.now ?? (await new Promise<never>(() => {}));
    },
    changed: () => said.push(reach.state().kind),
    random: () => 0.5,
  });
  onTestFinished(() => reach.stop());
  return { clock, reach, probes, answer, said };
}

/** A tunnel that is up. */
async function up(what: Parameters<typeof puppet>[0] = {}) {
  const all = { ...desk(), ...puppet(what) };
  all.reach.choose(all.tunnel, 8123);
  all.runs[0]?.emit({ kind: 'url', url });
  all.runs[0]?.emit({ kind: 'connected' });
  await expect.poll(() => all.reach.state().kind).toBe('up');
  return all;
}

test('a way is off until one is chosen, starting until it is proved, then up', async () => {
  const { reach, runs, said } = await up();
  expect(runs.map(({ port }) => port)).toEqual([8123]);
  expect(said[0]).toBe('starting');
  expect(reach.url()).toBe(url);
  expect(reach.roundTripMs()).toBe(12);
  expect(reach.lastSuccessUs()).not.toBeNull();
  reach.choose(null, 8123);
  expect(reach.state()).toEqual({ kind: 'off' });
  expect(reach.url()).toBeNull();
});

test('what is up is probed every minute, and an event that came in stands for a probe', async () => {
  const { clock, probes, reach } = await up();
  clock.advance(59_000);
  expect(probes).toHaveLength(1);
  clock.advance(1000);
  await expect.poll(() => probes.length).toBe(2);
  // The answer has to arrive before time goes on.
  await expect.poll(() => reach.lastSuccessUs()).toBe(clock.nowUs());
  clock.advance(30_000);
  reach.eventArrived();
  clock.advance(59_000);
  expect(probes).toHaveLength(2);
  clock.advance(1000);
  expect(probes).toHaveLength(3);
});

test('what is paid by the request is probed every five minutes', async () => {
  const { clock, probes } = await up({ isMetered: true });
  clock.advance(299_000);
  expect(probes).toHaveLength(1);
  clock.advance(1000);
  expect(probes).toHaveLength(2);
});

test('a probe that is lost makes it degraded, and one that comes back heals it', async () => {
  const { clock, answer, reach, runs } = await up();
  answer.now = lost;
  clock.advance(60_000);
  await expect.poll(() => reach.state()).toMatchObject({ kind: 'degraded', trouble: { code: 'http-error' } });
  answer.now = returned;
  clock.advance(250);
  await expect.poll(() => reach.state().kind).toBe('up');
  expect(runs).toHaveLength(1);
});

test('a probe that never comes back is lost after five seconds', async () => {
  const { clock, answer, reach } = await up();
  answer.now = null;
  clock.advance(60_000);
  expect(reach.state().kind).toBe('up');
  clock.advance(5000);
  expect(reach.state()).toMatchObject({ kind: 'degraded', trouble: { code: 'timeout' } });
});

test('a tunnel that stays degraded is replaced, and is degraded until the new one is proved', async () => {
  const { clock, answer, reach, runs, said } = await up();
  answer.now = lost;
  clock.advance(60_000);
  await expect.poll(() => reach.state().kind).toBe('degraded');
  clock.advance(12_000);
  await expect.poll(() => runs.length).toBe(2);
  expect(runs[0]?.isAsked()).toBe(true);
  expect(said.at(-1)).toBe('degraded');
  answer.now = returned;
  runs[1]?.emit({ kind: 'connected' });
  await expect.poll(() => reach.state().kind).toBe('up');
});

test('a tunnel whose address would change is not replaced that soon', async () => {
  const { clock, answer, reach, runs } = await up({ hasStableUrl: false });
  answer.now = lost;
  clock.advance(60_000);
  await expect.poll(() => reach.state().kind).toBe('degraded');
  clock.advance(119_000);
  expect(runs).toHaveLength(1);
  clock.advance(1000);
  await expect.poll(() => runs.length).toBe(2);
});

test('a tunnel that ends is started again, after pauses that grow', async () => {
  const { clock, reach, runs } = await up();
  const pauses: number[] = [];
  for (let n = 0; n < 10; n += 1) {
    runs[n]?.emit(exited);
    runs[n]?.end();
    await expect.poll(() => reach.state()).toMatchObject({ kind: 'down', trouble: { detail: 'bye' } });
    const state = reach.state();
    const ms = state.kind === 'down' ? (state.retryAtUs - clock.nowUs()) / 1000 : 0;
    pauses.push(ms);
    clock.advance(ms);
    await expect.poll(() => runs.length).toBe(n + 2);
    expect(reach.state().kind).toBe('starting');
  }
  // Half of what they may be, for the die always shows its middle.
  expect(pauses).toEqual([250, 500, 1000, 2000, 4000, 8000, 16_000, 30_000, 30_000, 30_000]);
});

test('in a long pause, a server that is there again is tried at once', async () => {
  const { clock, reach, runs, manners } = await up();
  for (let n = 0; n < 9; n += 1) {
    runs[n]?.emit({ kind: 'exit', class: 'transient', trouble: { code: 'unreachable', detail: 'gone' } });
    runs[n]?.end();
    await expect.poll(() => reach.state().kind).toBe('down');
    const state = reach.state();
    if (n < 8) clock.advance(state.kind === 'down' ? (state.retryAtUs - clock.nowUs()) / 1000 : 0);
    await expect.poll(() => runs.length).toBe(n < 8 ? n + 2 : 9);
  }
  const askedTwice = async (isThere: boolean) => {
    manners.isThere = isThere;
    for (let n = 0; n < 2; n += 1) {
      clock.advance(5000);
      await new Promise(setImmediate);
    }
  };
  await askedTwice(false);
  expect(runs).toHaveLength(9);
  await askedTwice(true);
  expect(runs).toHaveLength(10);
});

test('a new run waits until nothing is left of the one before', async () => {
  const { manners, reach, runs } = await up();
  manners.endsWhenAsked = false;
  reach.restart();
  expect(runs[0]?.isAsked()).toBe(true);
  expect(runs).toHaveLength(1);
  expect(reach.state().kind).toBe('starting');
  runs[0]?.end();
  await expect.poll(() => runs.length).toBe(2);
  runs[1]?.end();
});

test('a run that says nothing at all is given up after half a minute', async () => {
  const { clock, reach } = desk();
  const { tunnel, runs } = puppet();
  reach.choose(tunnel, 1);
  clock.advance(30_000);
  expect(reach.state()).toMatchObject({ kind: 'down', trouble: { code: 'not-ready' } });
  expect(runs[0]?.isAsked()).toBe(true);
});

test('a sleep that nobody announced is noticed, and ends with a fresh run', async () => {
  const { clock, reach, runs } = await up();
  clock.jump(600_000);
  clock.advance(2000);
  await expect.poll(() => runs.length).toBe(2);
  expect(reach.state().kind).toBe('starting');
  runs[1]?.emit({ kind: 'connected' });
  await expect.poll(() => reach.state().kind).toBe('up');
});

test('before a sleep the run ends, and none starts until the machine is awake or has not slept after all', async () => {
  const { clock, reach, runs } = await up();
  reach.suspend();
  expect(runs[0]?.isAsked()).toBe(true);
  clock.advance(29_000);
  expect(runs).toHaveLength(1);
  reach.resume();
  await expect.poll(() => runs.length).toBe(2);
  reach.suspend();
  clock.advance(30_000);
  await expect.poll(() => runs.length).toBe(3);
});

test('while the network comes back after a sleep, pauses stay short', async () => {
  const { clock, reach, runs } = await up();
  reach.suspend();
  reach.resume();
  for (let n = 1; n < 8; n += 1) {
    await expect.poll(() => runs.length).toBe(n + 1);
    runs[n]?.emit(exited);
    runs[n]?.end();
    await expect.poll(() => reach.state().kind).toBe('down');
    clock.advance(1000);
  }
  expect(runs.length).toBeGreaterThanOrEqual(8);
});

test('a choice that cannot be started is blocked, and so is what only the user can mend', async () => {
  const { reach, clock } = desk();
  reach.choose({ trouble: { code: 'secret-missing', detail: '' } }, 1);
  await expect.poll(() => reach.state()).toMatchObject({ kind: 'blocked', trouble: { code: 'secret-missing' } });
  const { tunnel, runs } = puppet();
  reach.choose(tunnel, 1);
  await expect.poll(() => runs.length).toBe(1);
  runs[0]?.emit({ kind: 'exit', class: 'blocked', trouble: { code: 'auth-refused', detail: '' } });
  await expect.poll(() => reach.state().kind).toBe('blocked');
  clock.advance(3_600_000);
  expect(runs).toHaveLength(1);
  reach.restart();
  await expect.poll(() => runs.length).toBe(2);
});

test('a stop resolves when nothing of the tunnel is left', async () => {
  const { manners, reach, runs } = await up();
  manners.endsWhenAsked = false;
  let isStopped = false;
  const stopped = reach.stop().then(() => {
    isStopped = true;
  });
  await Promise.resolve();
  expect(isStopped).toBe(false);
  runs[0]?.end();
  await stopped;
  expect(reach.state().kind).toBe('off');
});

import { afterEach, beforeEach, expect, test, vi } from 'vitest';

import type { FromCore, ToCore } from '../../electron/core/remote.ts';
import { superviseCore } from '../../electron/shell/coreSupervisor.ts';
import type { CoreRunEvents, SupervisorOptions } from '../../electron/shell/coreSupervisor.ts';
import type { Push, Reply } from '../../shared/contract.ts';
import { ringingPop } from './ringingPop.ts';

const start: ToCore & { kind: 'start' } = { kind: 'start', options: { dataDir: '/data' }, version: '1.0.0' };
const nothing: Reply = { ok: true, value: null };

/** A process in the hands of the test. */
interface TestRun {
  readonly heard: ToCore[];
  killed: boolean;
  readonly says: (message: FromCore) => void;
  readonly dies: (code: number) => void;
}

/** Starts a supervisor over processes that do what the test says. `runs` holds them, oldest first. */
function supervise(changes: Partial<SupervisorOptions> = {}) {
  const runs: TestRun[] = [];
  const log: string[] = [];
  const core = superviseCore({
    start,
    run(events: CoreRunEvents) {
      const run: TestRun = { heard: [], killed: false, says: events.message, dies: events.exit };
      runs.push(run);
      return {
        post: (message) => run.heard.push(message),
        kill() {
          run.killed = true;
          events.exit(9);
        },
      };
    },
    nowMs: () => Date.now(),
    onPush: (push: Push) => log.push(`push ${push.name}`),
    onNotify: () => Promise.resolve({ kind: 'shown' }),
    onCloseNotification: (ref) => log.push(`close ${ref}`),
    onOpen: () => Promise.resolve({ kind: 'opened' }),
    onVault: (deed, text) => Promise.resolve({ kind: 'done', text: `${deed} ${text}` }),
    onLine: (stream, text) => log.push(`${stream} ${text}`),
    onDeath: (code, delayMs) => log.push(`death ${code} ${delayMs}`),
    onRestart: () => log.push('restart'),
    restartingWords: () => 'starting again',
    ...changes,
  });
  const latest = (): TestRun => {
    const run = runs.at(-1);
    if (run === undefined) throw new Error('nothing was started');
    return run;
  };
  return { core, runs, log, latest };
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

test('the process hears its start options first, then the requests', () => {
  const { core, latest } = supervise();
  void core.request('status.get', undefined);
  expect(latest().heard).toEqual([start, { kind: 'request', id: 1, name: 'status.get', argument: undefined }]);
});

test('each request gets the reply that carries its number, in whatever order they come', async () => {
  const { core, latest } = supervise();
  const first = core.request('calls.live', undefined);
  const second = core.request('pops.list', undefined);
  const refusal: Reply = { ok: false, error: { code: 'bad-request', message: 'no' } };
  latest().says({ kind: 'reply', id: 2, reply: refusal });
  latest().says({ kind: 'reply', id: 1, reply: nothing });
  expect(await first).toEqual(nothing);
  expect(await second).toEqual(refusal);
});

test('a process that dies is started anew with the same options, and what it left unanswered is unavailable', async () => {
  const { core, runs, log, latest } = supervise();
  const reply = core.request('calls.live', undefined);
  latest().dies(9);
  expect(await reply).toMatchObject({ ok: false, error: { code: 'unavailable' } });
  vi.advanceTimersByTime(0);
  expect(runs).toHaveLength(2);
  expect(latest().heard).toEqual([start]);
  expect(log).toEqual(['death 9 0', 'restart']);
});

test('a request during the pause before a restart is unavailable at once', async () => {
  const { core, latest } = supervise();
  for (let death = 1; death <= 3; death++) {
    vi.advanceTimersByTime(0);
    latest().dies(9);
  }
  expect(await core.request('calls.live', undefined)).toMatchObject({ ok: false, error: { code: 'unavailable' } });
});

test('deaths count as one series unless the process was well for a while in between', () => {
  const { log, latest } = supervise();
  for (let death = 1; death <= 3; death++) {
    latest().dies(1);
    vi.advanceTimersByTime(100);
  }
  vi.advanceTimersByTime(10_000);
  latest().dies(1);
  expect(log.filter((line) => line.startsWith('death'))).toEqual([
    'death 1 0',
    'death 1 0',
    'death 1 100',
    'death 1 0',
  ]);
});

test('what becomes of a notification is told to the process that asked for it', async () => {
  const { latest } = supervise();
  latest().says({ kind: 'notify', id: 7, pop: ringingPop });
  await vi.waitFor(() => expect(latest().heard).toContainEqual({ kind: 'notified', id: 7, result: { kind: 'shown' } }));
});

test('what the key store makes of a text is told to the process that asked for it', async () => {
  const { latest } = supervise();
  latest().says({ kind: 'vault', id: 7, deed: 'seal', text: 'secret' });
  const kept = { kind: 'kept', id: 7, result: { kind: 'done', text: 'seal secret' } };
  await vi.waitFor(() => expect(latest().heard).toContainEqual(kept));
});

test('the process hears that the machine is about to sleep, and that it is awake again', () => {
  const { core, latest } = supervise();
  core.sleep();
  core.wake();
  expect(latest().heard).toEqual([start, { kind: 'sleeps' }, { kind: 'woke' }]);
});

test('pushes, lines and closed notifications are passed on', () => {
  const { log, latest } = supervise();
  latest().says({ kind: 'push', push: { name: 'open', value: { ref: 'r1' } } });
  latest().says({ kind: 'line', stream: 'stdout', text: 'Webhook: x' });
  latest().says({ kind: 'close-notification', ref: 'r1' });
  expect(log).toEqual(['push open', 'stdout Webhook: x', 'close r1']);
});

test('a stop waits for the process to end, and it is not started again', async () => {
  const { core, runs, latest } = supervise();
  const stopped = core.stop(5000);
  expect(latest().heard.at(-1)).toEqual({ kind: 'stop' });
  latest().says({ kind: 'stopped' });
  latest().dies(0);
  await stopped;
  await vi.runAllTimersAsync();
  expect(runs).toHaveLength(1);
});

test('a process that does not stop in time is killed', async () => {
  const { core, latest } = supervise();
  const stopped = core.stop(5000);
  vi.advanceTimersByTime(4999);
  expect(latest().killed).toBe(false);
  vi.advanceTimersByTime(1);
  await stopped;
  expect(latest().killed).toBe(true);
});

test('a stop while the process is down calls the restart off', async () => {
  const { core, runs, latest } = supervise();
  latest().dies(9);
  await core.stop(5000);
  await vi.runAllTimersAsync();
  expect(runs).toHaveLength(1);
});

test('a machine that woke up is told to the process, and to none when there is none', () => {
  const { core, latest } = supervise();
  core.wake();
  expect(latest().heard.at(-1)).toEqual({ kind: 'woke' });
  latest().dies(1);
  expect(() => core.wake()).not.toThrow();
});

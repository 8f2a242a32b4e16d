import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import {
  type Effect,
  type Input,
  type Machine,
  type TimerName,
  machineAtRest,
} from '../../../electron/core/reach/machine.ts';
import { backoffMs, rateLimitedPauseMs } from '../../../electron/core/reach/pace.ts';
import { step } from '../../../electron/core/reach/step.ts';
import { type Trouble, troubleCodes } from '../../../shared/reach.ts';

const trouble: fc.Arbitrary<Trouble> = fc.record({ code: fc.constantFrom(...troubleCodes), detail: fc.constant('') });
const url = fc.constantFrom('https://a.example', 'https://b.example');

/** What the world can do to a tunnel; what cannot be at a moment (the timer of none, the end of none) is left out. */
const act = fc.oneof(
  { weight: 1, arbitrary: fc.constant<Input>({ kind: 'chosen', chosen: { kind: 'none' } }) },
  {
    weight: 3,
    arbitrary: fc
      .record({ hasStableUrl: fc.boolean(), isMetered: fc.boolean() })
      .map((what): Input => ({ kind: 'chosen', chosen: { kind: 'tunnel', ...what } })),
  },
  {
    weight: 10,
    arbitrary: fc.oneof(
      url.map((one): Input => ({ kind: 'tunnel', event: { kind: 'url', url: one } })),
      fc.constant<Input>({ kind: 'tunnel', event: { kind: 'connected' } }),
      trouble.map((one): Input => ({ kind: 'tunnel', event: { kind: 'disconnected', trouble: one } })),
    ),
  },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom('transient', 'transient', 'rate-limited', 'blocked'), trouble)
      .map(([exitClass, one]): Input => ({ kind: 'tunnel', event: { kind: 'exit', class: exitClass, trouble: one } })),
  },
  { weight: 6, arbitrary: fc.constant<Input>({ kind: 'ended' }) },
  {
    weight: 8,
    arbitrary: fc.oneof(
      fc.constant<Input>({ kind: 'probed', result: { kind: 'returned', milliseconds: 20 } }),
      trouble.map((one): Input => ({ kind: 'probed', result: { kind: 'lost', trouble: one } })),
    ),
  },
  { weight: 2, arbitrary: fc.constant<Input>({ kind: 'event-arrived' }) },
  {
    weight: 8,
    arbitrary: fc
      .constantFrom<TimerName>('retry', 'probe', 'patience')
      .map((timer): Input => ({ kind: 'timer', timer })),
  },
  {
    weight: 4,
    arbitrary: fc.constantFrom<Input>(
      { kind: 'suspend' },
      { kind: 'resume' },
      { kind: 'network-changed' },
      { kind: 'restart' },
    ),
  },
);
const story = fc.array(
  fc.record({ input: act, ms: fc.nat(90_000), jitter: fc.double({ min: 0, max: 0.999, noNaN: true }) }),
  {
    maxLength: 60,
  },
);

/** The world as effects make it: what runs, what is waited for. */
interface World {
  machine: Machine;
  nowUs: number;
  readonly timers: Set<TimerName>;
  isProbing: boolean;
  runs: number;
  toldToStop: boolean;
}

/** One step further; false when this cannot happen now. */
function happen(world: World, input: Input, jitter: number): readonly Effect[] | null {
  if (input.kind === 'timer' && !world.timers.delete(input.timer)) return null;
  if (input.kind === 'probed') {
    if (!world.isProbing) return null;
    world.isProbing = false;
  }
  if (input.kind === 'tunnel' && world.runs === 0) return null;
  if (input.kind === 'ended') {
    if (world.runs === 0) return null;
    world.runs -= 1;
  }
  const { machine, effects } = step(world.machine, input, { nowUs: world.nowUs, jitter });
  world.machine = machine;
  for (const effect of effects) {
    switch (effect.kind) {
      case 'start':
        world.runs += 1;
        world.toldToStop = false;
        break;
      case 'stop':
        world.toldToStop = true;
        break;
      case 'probe':
        world.isProbing = true;
        break;
      case 'give-up-probe':
        world.isProbing = false;
        break;
      case 'set-timer':
        if (effect.ms < 0 || effect.ms > 300_000) throw new Error(`waits ${effect.ms} ms`);
        world.timers.add(effect.timer);
        break;
      case 'clear-timer':
        world.timers.delete(effect.timer);
        break;
    }
  }
  return effects;
}

function newWorld(): World {
  return {
    machine: machineAtRest,
    nowUs: 1_800_000_000_000_000,
    timers: new Set(),
    isProbing: false,
    runs: 0,
    toldToStop: false,
  };
}

type Holds = (world: World, input: Input, before: Machine, effects: readonly Effect[]) => boolean;

/** Tells stories, and looks at the world after each step that could happen; the shortest that breaks it, or null. */
function brokenBy(holds: Holds): string | null {
  const run = fc.check(
    fc.property(story, (steps) => {
      const world = newWorld();
      return steps.every(({ input, ms, jitter }) => {
        world.nowUs += ms * 1000;
        const before = world.machine;
        const effects = happen(world, input, jitter);
        return effects === null || holds(world, input, before, effects);
      });
    }),
    { numRuns: 500 * Number(process.env['RINGSIDE_PROPERTY_RUNS'] ?? 1) },
  );
  return run.failed ? (fc.defaultReportMessage(run) ?? 'failed') : null;
}

const isIdle = ({ shown }: Machine) => shown.kind === 'off' || shown.kind === 'blocked';

describe('whatever happens', () => {
  test('a tunnel comes up by proof alone: a probe that came back, or an event', () => {
    const isProof = (input: Input) =>
      input.kind === 'event-arrived' || (input.kind === 'probed' && input.result.kind === 'returned');
    expect(
      brokenBy(
        ({ machine }, input, before) => machine.shown.kind !== 'up' || before.shown.kind === 'up' || isProof(input),
      ),
    ).toBeNull();
  });

  test('a tunnel that has ended, or is about to, is not up', () => {
    expect(brokenBy(({ machine }) => machine.shown.kind !== 'up' || machine.run === 'running')).toBeNull();
  });

  test('there are never two runs at once', () => {
    expect(brokenBy(({ runs }) => runs <= 1)).toBeNull();
  });

  test('something is always to come, unless the user has to act', () => {
    expect(brokenBy(({ machine, timers, runs }) => isIdle(machine) || timers.size + runs > 0)).toBeNull();
  });

  test('what is down is started again, what proves nothing is replaced, what is up is probed, what is probed is waited for', () => {
    const due = (machine: Machine): TimerName[] => {
      if (machine.shown.kind === 'down') return ['retry'];
      if (machine.run !== 'running') return [];
      return machine.shown.kind === 'up' || machine.isProbing ? ['probe'] : ['patience'];
    };
    expect(brokenBy(({ machine, timers }) => due(machine).every((timer) => timers.has(timer)))).toBeNull();
  });

  test('nothing but the end of the run is left to come when none is chosen, or the user has to act', () => {
    const isQuiet = ({ timers, isProbing, runs, toldToStop }: World) =>
      timers.size === 0 && !isProbing && (runs === 0 || toldToStop);
    expect(brokenBy((world) => !isIdle(world.machine) || isQuiet(world))).toBeNull();
  });

  test('before a sleep the run is told to stop', () => {
    expect(brokenBy(({ runs, toldToStop }, input) => input.kind !== 'suspend' || runs === 0 || toldToStop)).toBeNull();
  });

  test('after a sleep a fresh run starts as soon as none is left, and is probed as soon as it is connected', () => {
    const restarts = (world: World): boolean => {
      if (world.runs > 0) happen(world, { kind: 'ended' }, 0);
      const isFresh = world.runs === 1 && world.machine.shown.kind === 'starting';
      happen(world, { kind: 'tunnel', event: { kind: 'url', url: 'https://c.example' } }, 0);
      happen(world, { kind: 'tunnel', event: { kind: 'connected' } }, 0);
      return isFresh && world.isProbing;
    };
    const copied = (world: World): World => ({ ...world, timers: new Set(world.timers) });
    expect(
      brokenBy((world, input, before) => {
        if (input.kind !== 'resume' || isIdle(before)) return true;
        // Without a run before it, the start has been already.
        return before.run === 'none' ? world.runs === 1 : restarts(copied(world));
      }),
    ).toBeNull();
  });

  test('the machine knows what runs and whether it probes', () => {
    expect(
      brokenBy(
        ({ machine, runs, isProbing }) => (machine.run === 'none' ? 0 : 1) === runs && machine.isProbing === isProbing,
      ),
    ).toBeNull();
  });
});

describe('pauses', () => {
  test('between two starts grow from half a second to a minute, and are shared out evenly below that', () => {
    fc.assert(
      fc.property(fc.nat(10_000), fc.double({ min: 0, max: 0.999_999, noNaN: true }), (attempt, jitter) => {
        const most = Math.min(60_000, 500 * 2 ** attempt);
        expect(backoffMs(attempt, jitter, false)).toBe(Math.round(jitter * most));
        expect(backoffMs(attempt, jitter, true)).toBeLessThanOrEqual(2000);
      }),
    );
  });

  test('after too many requests last one to five minutes', () => {
    expect(rateLimitedPauseMs(0)).toBe(60_000);
    expect(rateLimitedPauseMs(0.999_999_9)).toBe(300_000);
  });
});

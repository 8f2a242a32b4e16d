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
      .boolean()
      .map((hasStableUrl): Input => ({ kind: 'chosen', chosen: { kind: 'tunnel', hasStableUrl } })),
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
        expect(effect.ms).toBeGreaterThanOrEqual(0);
        expect(effect.ms).toBeLessThanOrEqual(300_000);
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

/** Tells a story, and looks at the world after each step that could happen. */
function always(look: (world: World, input: Input, before: Machine, effects: readonly Effect[]) => void) {
  fc.assert(
    fc.property(story, (steps) => {
      const world = newWorld();
      for (const { input, ms, jitter } of steps) {
        world.nowUs += ms * 1000;
        const before = world.machine;
        const effects = happen(world, input, jitter);
        if (effects !== null) look(world, input, before, effects);
      }
    }),
    { numRuns: 500 * Number(process.env['RINGSIDE_PROPERTY_RUNS'] ?? 1) },
  );
}

describe('whatever happens', () => {
  test('a tunnel comes up by proof alone: a probe that came back, or an event', () => {
    always(({ machine }, input, before) => {
      if (machine.shown.kind !== 'up' || before.shown.kind === 'up') return;
      expect(input.kind === 'event-arrived' || (input.kind === 'probed' && input.result.kind === 'returned')).toBe(
        true,
      );
    });
  });

  test('a tunnel that has ended, or is about to, is not up', () => {
    always(({ machine }) => {
      if (machine.shown.kind === 'up') expect(machine.run).toBe('running');
    });
  });

  test('there are never two runs at once', () => {
    always(({ runs }) => expect(runs).toBeLessThanOrEqual(1));
  });

  test('something is always to come, unless the user has to act', () => {
    always(({ machine, timers, runs }) => {
      if (machine.shown.kind === 'off' || machine.shown.kind === 'blocked') return;
      expect(timers.size + runs).toBeGreaterThan(0);
      if (machine.shown.kind === 'down') expect([...timers]).toContain('retry');
      if (machine.run === 'running' && machine.shown.kind !== 'up') expect([...timers]).toContain('patience');
      if (machine.run === 'running' && machine.isProbing) expect([...timers]).toContain('probe');
    });
  });

  test('what is up is probed again', () => {
    always(({ machine, timers }) => {
      if (machine.shown.kind === 'up') expect([...timers]).toContain('probe');
    });
  });

  test('nothing is left to come when none is chosen, and only the end of the run when the user has to act', () => {
    always(({ machine, timers, isProbing, runs, toldToStop }) => {
      if (machine.shown.kind !== 'off' && machine.shown.kind !== 'blocked') return;
      expect([...timers]).toEqual([]);
      expect(isProbing).toBe(false);
      expect(runs === 0 || toldToStop).toBe(true);
    });
  });

  test('before a sleep the run is told to stop', () => {
    always(({ runs, toldToStop }, input) => {
      if (input.kind === 'suspend') expect(runs === 0 || toldToStop).toBe(true);
    });
  });

  test('after a sleep a fresh run starts as soon as none is left, and is probed as soon as it is connected', () => {
    fc.assert(
      fc.property(story, (steps) => {
        const world = newWorld();
        for (const { input, ms, jitter } of steps) {
          world.nowUs += ms * 1000;
          happen(world, input, jitter);
        }
        const { kind } = world.machine.shown;
        const isLeft = world.runs > 0;
        const effects = [...(happen(world, { kind: 'resume' }, 0) ?? [])];
        if (isLeft) effects.push(...(happen(world, { kind: 'ended' }, 0) ?? []));
        const isIdle = kind === 'off' || kind === 'blocked';
        expect(effects.some((effect) => effect.kind === 'start')).toBe(!isIdle);
        if (isIdle) return;
        happen(world, { kind: 'tunnel', event: { kind: 'url', url: 'https://c.example' } }, 0);
        const connected = happen(world, { kind: 'tunnel', event: { kind: 'connected' } }, 0);
        expect(connected).toContainEqual({ kind: 'probe', url: 'https://c.example' });
      }),
    );
  });

  test('the machine knows what runs and whether it probes', () => {
    always(({ machine, runs, isProbing }) => {
      expect(machine.run === 'none' ? 0 : 1).toBe(runs);
      expect(machine.isProbing).toBe(isProbing);
    });
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

import { assertNever } from '../../../shared/assertNever.ts';
import type { ReachState } from '../../../shared/reach.ts';
import {
  type Effect,
  type Exit,
  type Machine,
  type Step,
  type Surroundings,
  type TimerName,
  chain,
  stay,
} from './machine.ts';
import { backoffMs, connectPatienceMs, rateLimitedPauseMs, sleepAwaitedMs } from './pace.ts';

const timers: readonly TimerName[] = ['retry', 'probe', 'patience'];

/** Forgets what went wrong before, and starts. */
export function startAfresh(machine: Machine, { nowUs }: Surroundings): Step {
  return startOver({ ...machine, shown: { kind: 'starting', sinceUs: nowUs }, attempt: 0 });
}

/** Starts as soon as nothing is left of the last run; what is shown stays. */
export function startOver(machine: Machine): Step {
  return chain(endRun(machine), (quiet) =>
    quiet.run === 'none' ? start(quiet) : stay({ ...quiet, afterwards: 'start' }),
  );
}

export function start(machine: Machine): Step {
  return {
    machine: { ...machine, run: 'running', afterwards: 'rest', url: machine.isStable ? machine.url : null },
    effects: [{ kind: 'start' }, { kind: 'set-timer', timer: 'patience', ms: connectPatienceMs(machine.attempt) }],
  };
}

/** Calls everything off: nothing but the end of the run is to come. */
export function endRun(machine: Machine): Step {
  const run = machine.run === 'none' ? 'none' : 'ending';
  return {
    machine: { ...machine, run, afterwards: 'rest', isConnected: false, isProbing: false, lost: 0 },
    effects: [
      ...timers.map((timer): Effect => ({ kind: 'clear-timer', timer })),
      ...(machine.isProbing ? [{ kind: 'give-up-probe' } as const] : []),
      ...(machine.run === 'running' ? [{ kind: 'stop' } as const] : []),
    ],
  };
}

export function ended(machine: Machine, around: Surroundings): Step {
  switch (machine.run) {
    case 'none':
      return stay(machine);
    case 'running':
      // Without a word.
      return chain(failed(machine, { class: 'transient', trouble: { code: 'exited', detail: '' } }, around), (after) =>
        stay({ ...after, run: 'none' }),
      );
    case 'ending':
      return machine.afterwards === 'start' ? start(machine) : stay({ ...machine, run: 'none' });
    default:
      return assertNever(machine.run);
  }
}

/** The run is over, or was in vain: it is tried again after a pause, or not without the user. */
export function failed(machine: Machine, exit: Exit, { nowUs, jitter }: Surroundings): Step {
  const pause = (ms: number) => {
    const retryAtUs = nowUs + ms * 1000;
    const shown: ReachState = { kind: 'down', sinceUs: nowUs, trouble: exit.trouble, retryAtUs };
    return chain(endRun({ ...machine, shown, attempt: machine.attempt + 1 }), (quiet) => ({
      machine: quiet,
      effects: [{ kind: 'set-timer', timer: 'retry', ms }],
    }));
  };
  switch (exit.class) {
    case 'transient':
      return pause(backoffMs(machine.attempt, jitter, nowUs < machine.hurriedUntilUs));
    case 'rate-limited':
      return pause(rateLimitedPauseMs(jitter));
    case 'blocked':
      return endRun({ ...machine, shown: { kind: 'blocked', sinceUs: nowUs, trouble: exit.trouble } });
    default:
      return assertNever(exit.class);
  }
}

export function suspend(machine: Machine, { nowUs }: Surroundings): Step {
  const retryAtUs = nowUs + sleepAwaitedMs * 1000;
  const shown: ReachState = { kind: 'down', sinceUs: nowUs, trouble: { code: 'asleep', detail: '' }, retryAtUs };
  return chain(endRun({ ...machine, shown }), (quiet) => ({
    machine: quiet,
    effects: [{ kind: 'set-timer', timer: 'retry', ms: sleepAwaitedMs }],
  }));
}

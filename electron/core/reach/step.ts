import { assertNever } from '../../../shared/assertNever.ts';
import type { ReachState, Trouble, TroubleCode } from '../../../shared/reach.ts';
import {
  type Chosen,
  type Effect,
  type Exit,
  type Input,
  type Machine,
  type Step,
  type Surroundings,
  type TimerName,
  machineAtRest,
} from './machine.ts';
import {
  backoffMs,
  connectPatienceMs,
  hurriedMs,
  probeMs,
  probeTimeoutMs,
  proofPatienceMs,
  rateLimitedPauseMs,
  reprobeMs,
  sleepAwaitedMs,
} from './pace.ts';
import type { TunnelEvent } from './tunnel.ts';

const timers: readonly TimerName[] = ['retry', 'probe', 'patience'];

/**
 * What becomes of a tunnel by what happens to it. Proof alone makes it `up`: a probe that came back, or an event that came
 * in by the public address. A new run starts only when nothing is left of the one before.
 */
export function step(machine: Machine, input: Input, around: Surroundings): Step {
  const isRunning = machine.run === 'running';
  switch (input.kind) {
    case 'chosen':
      return choose(machine, input.chosen, around);
    case 'tunnel':
      return isRunning ? follow(machine, input.event, around) : stay(machine);
    case 'ended':
      return ended(machine, around);
    case 'probed':
      if (!machine.isProbing) return stay(machine);
      return input.result.kind === 'returned'
        ? proved(machine, around)
        : lostProbe(machine, input.result.trouble, around);
    case 'event-arrived':
      return isRunning ? proved(machine, around) : stay(machine);
    case 'timer':
      return timerFired(machine, input.timer, around);
    case 'suspend':
      return isIdle(machine) ? stay(machine) : suspend(machine, around);
    case 'resume':
      return isIdle(machine) ? stay(machine) : startAfresh(hurried(machine, around), around);
    case 'network-changed':
      if (isRunning) return probeNow(hurried(machine, around));
      return machine.shown.kind === 'down' ? startAfresh(hurried(machine, around), around) : stay(machine);
    case 'restart':
      return machine.shown.kind === 'off' ? stay(machine) : startAfresh(machine, around);
    default:
      return assertNever(input);
  }
}

function stay(machine: Machine): Step {
  return { machine, effects: [] };
}

/** First this, then that with what became of it. */
function chain(first: Step, next: (machine: Machine) => Step): Step {
  const { machine, effects } = next(first.machine);
  return { machine, effects: [...first.effects, ...effects] };
}

/** Nothing is done without the user. */
function isIdle({ shown }: Machine): boolean {
  return shown.kind === 'off' || shown.kind === 'blocked';
}

function hurried(machine: Machine, { nowUs }: Surroundings): Machine {
  return { ...machine, hurriedUntilUs: nowUs + hurriedMs * 1000 };
}

function choose(machine: Machine, chosen: Chosen, around: Surroundings): Step {
  // All that is taken from the one before is what may still be running of it.
  return chain(endRun(machine), ({ run }) => {
    const fresh = { ...machineAtRest, run };
    switch (chosen.kind) {
      case 'none':
        return stay(fresh);
      case 'tunnel':
        return startAfresh({ ...fresh, isStable: chosen.hasStableUrl }, around);
      default:
        return assertNever(chosen);
    }
  });
}

/** Forgets what went wrong before, and starts. */
function startAfresh(machine: Machine, { nowUs }: Surroundings): Step {
  return startOver({ ...machine, shown: { kind: 'starting', sinceUs: nowUs }, attempt: 0 });
}

/** Starts as soon as nothing is left of the last run; what is shown stays. */
function startOver(machine: Machine): Step {
  return chain(endRun(machine), (quiet) => (quiet.run === 'none' ? start(quiet) : stay({ ...quiet, afterwards: 'start' })));
}

function start(machine: Machine): Step {
  return {
    machine: { ...machine, run: 'running', afterwards: 'rest', url: machine.isStable ? machine.url : null },
    effects: [{ kind: 'start' }, { kind: 'set-timer', timer: 'patience', ms: connectPatienceMs(machine.attempt) }],
  };
}

/** Calls everything off: nothing but the end of the run is to come. */
function endRun(machine: Machine): Step {
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

function ended(machine: Machine, around: Surroundings): Step {
  switch (machine.run) {
    case 'none':
      return stay(machine);
    case 'running':
      // Without a word.
      return chain(failed(machine, { class: 'transient', trouble: trouble('exited') }, around), (after) =>
        stay({ ...after, run: 'none' }),
      );
    case 'ending':
      return machine.afterwards === 'start' ? start(machine) : stay({ ...machine, run: 'none' });
    default:
      return assertNever(machine.run);
  }
}

function follow(machine: Machine, event: TunnelEvent, around: Surroundings): Step {
  switch (event.kind) {
    case 'url': {
      if (event.url === machine.url) return stay(machine);
      const moved = { ...machine, url: event.url };
      return machine.isConnected ? probeNow(moved) : stay(moved);
    }
    case 'connected': {
      const connected = { ...machine, isConnected: true, lost: 0 };
      return machine.shown.kind === 'up' ? probeNow(connected) : chain(waitForProof(connected), probeNow);
    }
    case 'disconnected': {
      const cut = { ...machine, isConnected: false };
      return machine.shown.kind === 'starting' ? stay(cut) : chain(doubt(cut, event.trouble, around), probeNow);
    }
    case 'exit':
      return failed(machine, event, around);
    default:
      return assertNever(event);
  }
}

/** The run is over, or was in vain: it is tried again after a pause, or not without the user. */
function failed(machine: Machine, exit: Exit, { nowUs, jitter }: Surroundings): Step {
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

function suspend(machine: Machine, { nowUs }: Surroundings): Step {
  const retryAtUs = nowUs + sleepAwaitedMs * 1000;
  const shown: ReachState = { kind: 'down', sinceUs: nowUs, trouble: trouble('asleep'), retryAtUs };
  return chain(endRun({ ...machine, shown }), (quiet) => ({
    machine: quiet,
    effects: [{ kind: 'set-timer', timer: 'retry', ms: sleepAwaitedMs }],
  }));
}

/** Sends a probe, as soon as it is known where to. */
function probeNow(machine: Machine): Step {
  if (machine.url === null) return stay(machine);
  return {
    machine: { ...machine, isProbing: true },
    effects: [
      { kind: 'probe', url: machine.url },
      { kind: 'set-timer', timer: 'probe', ms: probeTimeoutMs },
    ],
  };
}

function proved(machine: Machine, { nowUs }: Surroundings): Step {
  const proven = { ...machine, provedUs: nowUs, attempt: 0, lost: 0, isProbing: false };
  // So it is for almost every event of a busy day: the probe that is due finds out by itself that it is not needed.
  if (machine.shown.kind === 'up' && !machine.isProbing) return stay(proven);
  const shown: ReachState = machine.shown.kind === 'up' ? machine.shown : { kind: 'up', sinceUs: nowUs };
  return {
    machine: { ...proven, shown },
    effects: [
      { kind: 'clear-timer', timer: 'patience' },
      ...(machine.isProbing ? [{ kind: 'give-up-probe' } as const] : []),
      { kind: 'set-timer', timer: 'probe', ms: probeMs },
    ],
  };
}

function lostProbe(machine: Machine, why: Trouble, around: Surroundings): Step {
  const lost = machine.lost + 1;
  const next = { ...machine, isProbing: false, lost };
  // The first one after a start may have been too early.
  const isEarly = machine.shown.kind === 'starting' && lost === 1;
  return chain(isEarly ? stay(next) : doubt(next, why, around), (after) => ({
    machine: after,
    effects: [{ kind: 'set-timer', timer: 'probe', ms: reprobeMs(lost) }],
  }));
}

/** Events may not get here. */
function doubt(machine: Machine, why: Trouble, { nowUs }: Surroundings): Step {
  const sinceUs = machine.shown.kind === 'degraded' ? machine.shown.sinceUs : nowUs;
  const doubted: Machine = { ...machine, shown: { kind: 'degraded', sinceUs, trouble: why } };
  return machine.shown.kind === 'up' ? waitForProof(doubted) : stay(doubted);
}

function waitForProof(machine: Machine): Step {
  const ms = proofPatienceMs(machine.attempt, machine.isStable);
  return { machine, effects: [{ kind: 'set-timer', timer: 'patience', ms }] };
}

function timerFired(machine: Machine, timer: TimerName, around: Surroundings): Step {
  const isRunning = machine.run === 'running';
  switch (timer) {
    case 'retry':
      if (machine.shown.kind !== 'down') return stay(machine);
      return startOver({ ...machine, shown: { kind: 'starting', sinceUs: around.nowUs } });
    case 'probe':
      if (!isRunning) return stay(machine);
      if (!machine.isProbing) return probeUnlessProved(machine, around);
      return chain({ machine, effects: [{ kind: 'give-up-probe' }] }, (after) =>
        lostProbe(after, trouble('timeout'), around),
      );
    case 'patience': {
      if (!isRunning || machine.shown.kind === 'up') return stay(machine);
      const isUseless = machine.isConnected && machine.url !== null;
      return isUseless
        ? startOver({ ...machine, attempt: machine.attempt + 1 })
        : failed(machine, { class: 'transient', trouble: trouble('not-ready') }, around);
    }
    default:
      return assertNever(timer);
  }
}

/** An event that came in lately is as good as a probe. */
function probeUnlessProved(machine: Machine, { nowUs }: Surroundings): Step {
  const agoMs = (nowUs - (machine.provedUs ?? 0)) / 1000;
  const isFresh = machine.shown.kind === 'up' && agoMs >= 0 && agoMs < probeMs;
  if (!isFresh) return probeNow(machine);
  return { machine, effects: [{ kind: 'set-timer', timer: 'probe', ms: Math.ceil(probeMs - agoMs) }] };
}

function trouble(code: TroubleCode): Trouble {
  return { code, detail: '' };
}

import { assertNever } from '../../../shared/assertNever.ts';
import {
  type Chosen,
  type Input,
  type Machine,
  type Step,
  type Surroundings,
  type TimerName,
  chain,
  machineAtRest,
  stay,
} from './machine.ts';
import { hurriedMs } from './pace.ts';
import { doubt, lostProbe, probeNow, probeUnlessProved, proved, waitForProof } from './proof.ts';
import { endRun, ended, failed, startAfresh, startOver, suspend } from './runs.ts';
import type { TunnelEvent } from './tunnel.ts';

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
      // None can have come by an address that nobody knows yet.
      return isRunning && machine.url !== null ? proved(machine, around) : stay(machine);
    case 'timer':
      return timerFired(machine, input.timer, around);
    case 'suspend':
      return isIdle(machine) ? stay(machine) : suspend(machine, around);
    case 'resume':
      return isIdle(machine) ? stay(machine) : startAfresh(hurried(machine, around), around);
    case 'network-changed':
      if (machine.isConnected) return probeNow(hurried(machine, around));
      return isPausing(machine) ? startAfresh(hurried(machine, around), around) : stay(machine);
    case 'restart':
      return machine.shown.kind === 'off' ? stay(machine) : startAfresh(machine, around);
    default:
      return assertNever(input);
  }
}

/** Nothing is done without the user. */
function isIdle({ shown }: Machine): boolean {
  return shown.kind === 'off' || shown.kind === 'blocked';
}

/** Another network may help: it is neither asleep nor does it leave a service alone. */
function isPausing({ shown }: Machine): boolean {
  return shown.kind === 'down' && shown.trouble.code !== 'asleep' && shown.trouble.code !== 'rate-limited';
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
        return startAfresh({ ...fresh, isStable: chosen.hasStableUrl, isMetered: chosen.isMetered }, around);
      default:
        return assertNever(chosen);
    }
  });
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
        lostProbe(after, { code: 'timeout', detail: '' }, around),
      );
    case 'patience': {
      if (!isRunning || machine.shown.kind === 'up') return stay(machine);
      const isUseless = machine.isConnected && machine.url !== null;
      return isUseless
        ? startOver({ ...machine, attempt: machine.attempt + 1 })
        : failed(machine, { class: 'transient', trouble: { code: 'not-ready', detail: '' } }, around);
    }
    default:
      return assertNever(timer);
  }
}

import type { ReachState, Trouble } from '../../../shared/reach.ts';
import { type Machine, type Step, type Surroundings, chain, stay } from './machine.ts';
import { probeMs, probeTimeoutMs, proofPatienceMs, reprobeMs } from './pace.ts';

/** Sends a probe, as soon as it is known where to. */
export function probeNow(machine: Machine): Step {
  if (machine.url === null) return stay(machine);
  return {
    machine: { ...machine, isProbing: true },
    effects: [
      { kind: 'probe', url: machine.url },
      { kind: 'set-timer', timer: 'probe', ms: probeTimeoutMs },
    ],
  };
}

export function proved(machine: Machine, { nowUs }: Surroundings): Step {
  const proven = { ...machine, provedUs: nowUs, attempt: 0, lost: 0, isProbing: false };
  // So it is for almost every event of a busy day: the probe that is due finds out by itself that it is not needed.
  if (machine.shown.kind === 'up' && !machine.isProbing) return stay(proven);
  const shown: ReachState = machine.shown.kind === 'up' ? machine.shown : { kind: 'up', sinceUs: nowUs };
  return {
    machine: { ...proven, shown },
    effects: [
      { kind: 'clear-timer', timer: 'patience' },
      ...(machine.isProbing ? [{ kind: 'give-up-probe' } as const] : []),
      { kind: 'set-timer', timer: 'probe', ms: probeMs(machine.isMetered) },
    ],
  };
}

export function lostProbe(machine: Machine, why: Trouble, around: Surroundings): Step {
  const lost = machine.lost + 1;
  const next = { ...machine, isProbing: false, lost };
  // The first one after a start may have been too early.
  const isEarly = machine.shown.kind === 'starting' && lost === 1;
  return chain(isEarly ? stay(next) : doubt(next, why, around), (after) => ({
    machine: after,
    effects: [{ kind: 'set-timer', timer: 'probe', ms: reprobeMs(lost, machine.isMetered) }],
  }));
}

/** Events may not get here. */
export function doubt(machine: Machine, why: Trouble, { nowUs }: Surroundings): Step {
  const sinceUs = machine.shown.kind === 'degraded' ? machine.shown.sinceUs : nowUs;
  const doubted: Machine = { ...machine, shown: { kind: 'degraded', sinceUs, trouble: why } };
  return machine.shown.kind === 'up' ? waitForProof(doubted) : stay(doubted);
}

export function waitForProof(machine: Machine): Step {
  const ms = proofPatienceMs(machine.attempt, machine.isStable);
  return { machine, effects: [{ kind: 'set-timer', timer: 'patience', ms }] };
}

/** An event that came in lately is as good as a probe. */
export function probeUnlessProved(machine: Machine, { nowUs }: Surroundings): Step {
  const everyMs = probeMs(machine.isMetered);
  const agoMs = (nowUs - (machine.provedUs ?? 0)) / 1000;
  const isFresh = machine.shown.kind === 'up' && agoMs >= 0 && agoMs < everyMs;
  if (!isFresh) return probeNow(machine);
  return { machine, effects: [{ kind: 'set-timer', timer: 'probe', ms: Math.ceil(everyMs - agoMs) }] };
}

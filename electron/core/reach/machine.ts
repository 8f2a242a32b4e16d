import type { Us } from '../../../shared/call.ts';
import type { ReachState, Trouble } from '../../../shared/reach.ts';
import type { ExitClass, ProbeResult, TunnelEvent } from './tunnel.ts';

/** What is known and wanted of the one tunnel; `step` alone makes a new one of it. */
export interface Machine {
  /** What windows show. */
  readonly shown: ReachState;
  /** The public address, without the path. */
  readonly url: string | null;
  /** `ending`: told to stop, or about to; some of its processes may be left. */
  readonly run: 'none' | 'running' | 'ending';
  /** What is to be done once no run is left. */
  readonly afterwards: 'rest' | 'start';
  /** The same address after every start. */
  readonly isStable: boolean;
  /** Every probe counts against a plan. */
  readonly isMetered: boolean;
  /** The far end says that it passes requests on. */
  readonly isConnected: boolean;
  readonly isProbing: boolean;
  /** Starts in a row that proved nothing. */
  readonly attempt: number;
  /** Probes in a row that did not come back. */
  readonly lost: number;
  /** When something last came in by the public address. */
  readonly provedUs: Us | null;
  /** Until then pauses are short, for the network comes back any moment. */
  readonly hurriedUntilUs: Us;
}

/** What settings make of a tunnel. */
export type Chosen =
  | { readonly kind: 'none' }
  | { readonly kind: 'tunnel'; readonly hasStableUrl: boolean; readonly isMetered: boolean };

/** `retry`: the pause between two starts. `probe`: until the next one, or until one is given up. `patience`: with a run that proves nothing. */
export type TimerName = 'retry' | 'probe' | 'patience';

export type Input =
  | { readonly kind: 'chosen'; readonly chosen: Chosen }
  | { readonly kind: 'tunnel'; readonly event: TunnelEvent }
  /** The run is over and nothing of it is left. */
  | { readonly kind: 'ended' }
  | { readonly kind: 'probed'; readonly result: ProbeResult }
  /** An event of the PBX came in by the public address. */
  | { readonly kind: 'event-arrived' }
  | { readonly kind: 'timer'; readonly timer: TimerName }
  | { readonly kind: 'suspend' }
  /** Awake again: said by the system, or noticed by a tick that came late. */
  | { readonly kind: 'resume' }
  /** The machine has other addresses than before. */
  | { readonly kind: 'network-changed' }
  /** The user wants a fresh start. */
  | { readonly kind: 'restart' };

export type Effect =
  | { readonly kind: 'start' }
  /** Tells the run to end; `ended` follows. */
  | { readonly kind: 'stop' }
  /** Sends a probe; the one under way is given up. */
  | { readonly kind: 'probe'; readonly url: string }
  | { readonly kind: 'give-up-probe' }
  /** Replaces the timer of that name. */
  | { readonly kind: 'set-timer'; readonly timer: TimerName; readonly ms: number }
  | { readonly kind: 'clear-timer'; readonly timer: TimerName };

export interface Surroundings {
  readonly nowUs: Us;
  /** A random number of [0, 1). */
  readonly jitter: number;
}

export interface Step {
  readonly machine: Machine;
  readonly effects: readonly Effect[];
}

/** What a run's end comes to; said by its `exit`, or by its end alone. */
export interface Exit {
  readonly class: ExitClass;
  readonly trouble: Trouble;
}

export const machineAtRest: Machine = {
  shown: { kind: 'off' },
  url: null,
  run: 'none',
  afterwards: 'rest',
  isStable: true,
  isMetered: false,
  isConnected: false,
  isProbing: false,
  attempt: 0,
  lost: 0,
  provedUs: null,
  hurriedUntilUs: 0,
};

export function stay(machine: Machine): Step {
  return { machine, effects: [] };
}

/** First this, then that with what became of it. */
export function chain(first: Step, next: (machine: Machine) => Step): Step {
  const { machine, effects } = next(first.machine);
  return { machine, effects: [...first.effects, ...effects] };
}

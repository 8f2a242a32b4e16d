import { networkInterfaces } from 'node:os';

import { assertNever } from '../../../shared/assertNever.ts';
import type { Us } from '../../../shared/call.ts';
import type { ReachState, Trouble, TroubleCode } from '../../../shared/reach.ts';
import type { Clock, Log } from '../ports.ts';
import { type Effect, type Input, type Machine, type TimerName, machineAtRest } from './machine.ts';
import { step } from './step.ts';
import type { Probe, Tunnel } from './tunnel.ts';
import { watchReturn } from './watchReturn.ts';
import { watchSleep } from './watchSleep.ts';

export interface ReachOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly probe: Probe;
  /** The state, the address or what is known of the last success is another. */
  readonly changed: () => void;
  /** A random number of [0, 1). */
  readonly random: () => number;
}

/** A way to the internet, none, or why the chosen one cannot be started. */
export type ReachChoice = Tunnel | { readonly trouble: Trouble } | null;

/** Keeps one tunnel running, and says whether events get here. */
export interface SupervisedReach {
  state(): ReachState;
  /** The public address without the path, such as `https://hooks.example.com`; null while none is known. */
  url(): string | null;
  /** When something last came in by the public address, an event or a probe. */
  lastSuccessUs(): Us | null;
  /** The far end says that it passes requests on, and a probe did not come back: nobody knows since when. */
  isSilent(): boolean;
  /** Milliseconds that the last probe took there and back. */
  roundTripMs(): number | null;
  /** Takes this way from now on, to this port of 127.0.0.1; a running tunnel is ended first. */
  choose(choice: ReachChoice, toPort: number): void;
  /** An event of the PBX was accepted that came in by the public address. */
  eventArrived(): void;
  /** The machine is about to sleep. */
  suspend(): void;
  /** The machine is awake again. */
  resume(): void;
  /** Ends the tunnel and starts it anew; nothing else gets a blocked one going again, but another choice. */
  restart(): void;
  /** Resolves when no process of the tunnel is left. */
  stop(): Promise<void>;
}

/** Troubles of a start that found nobody. */
const gone: ReadonlySet<TroubleCode> = new Set(['unreachable', 'unresolved', 'timeout']);

/** How often it is looked whether the machine has other addresses, in ms. */
const lookMs = 5000;

/** Off until something is chosen. */
export function superviseReach({ clock, log, probe, changed, random }: ReachOptions): SupervisedReach {
  let machine = machineAtRest;
  let tunnel: Tunnel | null = null;
  let toPort = 0;
  let run: { readonly end: AbortController; readonly over: Promise<void> } | null = null;
  let probing = new AbortController();
  let roundTripMs: number | null = null;
  let addresses = addressesOfThisMachine();
  const timers = new Map<TimerName, () => void>();

  const take = (input: Input) => {
    const before = machine;
    const { machine: after, effects } = step(before, input, { nowUs: clock.nowUs(), jitter: random() });
    machine = after;
    effects.forEach(perform);
    if (after.shown !== before.shown) {
      log.info('reach', {
        kind: after.shown.kind,
        ...('trouble' in after.shown ? { trouble: after.shown.trouble } : {}),
      });
    }
    if (after.shown !== before.shown || after.url !== before.url) changed();
  };

  const perform = (effect: Effect) => {
    switch (effect.kind) {
      case 'start':
        run = start();
        return;
      case 'stop':
        run?.end.abort();
        return;
      case 'probe':
        void sendProbe(effect.url);
        return;
      case 'give-up-probe':
        probing.abort();
        return;
      case 'set-timer':
        timers.get(effect.timer)?.();
        timers.set(
          effect.timer,
          clock.after(effect.ms, () => take({ kind: 'timer', timer: effect.timer })),
        );
        return;
      case 'clear-timer':
        timers.get(effect.timer)?.();
        return;
      default:
        assertNever(effect);
    }
  };

  const start = () => {
    const end = new AbortController();
    return { end, over: follow(end.signal) };
  };

  const follow = async (signal: AbortSignal) => {
    try {
      for await (const event of tunnel?.run(toPort, signal) ?? []) take({ kind: 'tunnel', event });
    } catch (error) {
      log.error('tunnel', { error: String(error) });
    }
    run = null;
    take({ kind: 'ended' });
  };

  const sendProbe = async (url: string) => {
    probing.abort();
    probing = new AbortController();
    const { signal } = probing;
    const result = await probe(url, signal);
    if (signal.aborted) return;
    if (result.kind === 'returned') roundTripMs = result.milliseconds;
    take({ kind: 'probed', result });
    changed();
  };

  /** A machine that has moved to another network is tried at once. */
  const look = () => {
    const now = addressesOfThisMachine();
    const isOther = now !== addresses;
    addresses = now;
    callOffLook = clock.after(lookMs, look);
    if (isOther) take({ kind: 'network-changed' });
  };
  let callOffLook = clock.after(lookMs, look);
  let resumedUs: Us = 0;
  const callOffWatch = watchSleep(clock, (fromUs) => {
    // A fresh start that was made when the system said so is not made again.
    if (resumedUs <= fromUs) take({ kind: 'resume' });
  });

  /** Between two starts because nobody answered, which a server that comes back changes. */
  const isGone = ({ shown }: Machine) => shown.kind === 'down' && gone.has(shown.trouble.code);
  const callOffReturn = watchReturn(
    clock,
    () => (isGone(machine) ? (tunnel?.isThere ?? null) : null),
    () => take({ kind: 'network-changed' }),
  );

  const choose = (choice: ReachChoice, port: number) => {
    tunnel = choice !== null && 'trouble' in choice ? unusable(choice.trouble) : choice;
    toPort = port;
    roundTripMs = null;
    if (tunnel === null) return take({ kind: 'chosen', chosen: { kind: 'none' } });
    const { hasStableUrl, isMetered } = tunnel;
    return take({ kind: 'chosen', chosen: { kind: 'tunnel', hasStableUrl, isMetered } });
  };

  return {
    state: () => machine.shown,
    url: () => machine.url,
    lastSuccessUs: () => machine.provedUs,
    isSilent: () => machine.isConnected && machine.lost > 0,
    roundTripMs: () => roundTripMs,
    choose,
    eventArrived: () => take({ kind: 'event-arrived' }),
    suspend: () => take({ kind: 'suspend' }),
    resume() {
      resumedUs = clock.nowUs();
      take({ kind: 'resume' });
    },
    restart: () => take({ kind: 'restart' }),
    async stop() {
      callOffLook();
      callOffReturn();
      callOffWatch();
      choose(null, toPort);
      await run?.over;
    },
  };
}

/** Ends as soon as it is started, with this trouble. */
function unusable(trouble: Trouble): Tunnel {
  return {
    hasStableUrl: true,
    isMetered: false,
    hasEdgeRules: false,
    senderHeader: null,
    async *run() {
      yield { kind: 'exit', class: 'blocked', trouble };
    },
  };
}

function addressesOfThisMachine(): string {
  const addresses = Object.values(networkInterfaces()).flatMap((every) => every ?? []);
  return (
    addresses
      // Those of one link lead nowhere, and come and go with every virtual machine.
      .filter(({ internal, address }) => !internal && !address.startsWith('fe80:'))
      .map(({ address }) => address)
      .sort()
      .join(' ')
  );
}

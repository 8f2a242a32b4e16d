import type { Us } from '../../shared/call.ts';
import {
  bodyOf,
  type FailedCall,
  failedEvent,
  type FiredEvent,
  legEvents,
  type WireEvent,
  type WireLeg,
} from './wire.ts';

/** One POST of the PBX: when, what, and the few words that tell it apart on a screen. */
export interface Delivery {
  /** Milliseconds since the story began. */
  readonly atMs: number;
  readonly action: string;
  /** The `channel_uuid`; empty where the event has none. */
  readonly channel: string;
  /** The extension whose phone it is; empty for an outside line. */
  readonly phone: string;
  readonly body: string;
}

/** Everything that happens on these legs, and the calls that failed, in the order in which the PBX tells it. */
export function deliveriesOf(startUs: Us, legs: readonly WireLeg[], failed: readonly FailedCall[] = []): Delivery[] {
  const fired = [...legs.flatMap(legEvents), ...failed.map(failedEvent)];
  return inOrder(fired.map((one) => deliver(startUs, one)));
}

/** @param write how the body is spelled; a scenario about odd spellings brings its own */
export function deliver(
  startUs: Us,
  { firedUs, event }: FiredEvent,
  write: (event: WireEvent) => string = bodyOf,
): Delivery {
  return {
    atMs: Math.round((firedUs - startUs) / 1000),
    action: event.action,
    channel: event.channel_uuid ?? '',
    phone: event.dialed_user ?? '',
    body: write(event),
  };
}

/** By time; what is due at the same moment keeps its order. */
export function inOrder(deliveries: readonly Delivery[]): Delivery[] {
  return deliveries.toSorted((a, b) => a.atMs - b.atMs);
}

/** The same delivery at another time. */
export function sentAt(atMs: number, delivery: Delivery): Delivery {
  return { ...delivery, atMs };
}

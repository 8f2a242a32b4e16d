import type { Trouble } from '../../../shared/reach.ts';

/** What a tunnel does next by itself after an end. */
export type ExitClass =
  /** Tried again, with growing pauses. */
  | 'transient'
  /** Tried again after a long pause. */
  | 'rate-limited'
  /** The user must act first: keys, addresses, programs. */
  | 'blocked';

export type TunnelEvent =
  /** The public address, without the path: `https://hooks.example.com`. May change while it runs. */
  | { readonly kind: 'url'; readonly url: string }
  /** The far end says that it passes requests on. Whether they get here is for the probe to say. */
  | { readonly kind: 'connected' }
  | { readonly kind: 'disconnected'; readonly trouble: Trouble }
  /** The last event of a run. */
  | { readonly kind: 'exit'; readonly class: ExitClass; readonly trouble: Trouble };

/** One way from the internet to a port of this machine. */
export interface Tunnel {
  /** The same address after every start. */
  readonly hasStableUrl: boolean;
  /** A plan allows so many requests, and a probe is one. */
  readonly isMetered: boolean;
  /** The far end can ask for credentials, or look at addresses, before it passes a request on. */
  readonly hasEdgeRules: boolean;
  /** The header that the far end sets to the sender's address and that nobody else can set; null when there is none. */
  readonly senderHeader: string | null;
  /** Whether the far end is there at all, asked without a start. Absent where only a start tells. Never rejects. */
  readonly isThere?: () => Promise<boolean>;
  /**
   * Runs until it ends by itself or the signal says stop; afterwards no process of it is left. Iterated once.
   */
  run(toPort: number, signal: AbortSignal): AsyncIterable<TunnelEvent>;
}

/** What a probe through the public address found. Only `returned` proves anything. */
export type ProbeResult =
  | { readonly kind: 'returned'; readonly milliseconds: number }
  | { readonly kind: 'lost'; readonly trouble: Trouble };

/** Sends a signed nonce to the public address and waits for it at our own listener. Never rejects. */
export type Probe = (publicUrl: string, signal: AbortSignal) => Promise<ProbeResult>;

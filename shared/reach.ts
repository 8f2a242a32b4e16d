import type { Us } from './call.ts';

/** The ways an event of the PBX can take from the internet to the listener on this machine. */
export const tunnelKinds = ['none', 'own-url', 'ssh', 'cloudflared', 'ngrok'] as const;
export type TunnelKind = (typeof tunnelKinds)[number];

/** Which way is taken, and what is known of each, so that changing to and fro loses nothing. No secret stands here. */
export interface ReachSettings {
  readonly kind: TunnelKind;
  /** A port forward, Tailscale Funnel or a proxy of the company: somebody else looks after it. */
  readonly ownUrl: { readonly url: string };
  /** A server of one's own, by `ssh -R` to a unix socket behind its web server. */
  readonly ssh: {
    readonly host: string;
    readonly port: number;
    readonly user: string;
    /** Absolute path on the server of the socket that its web server passes requests to. */
    readonly socket: string;
    /** The address under which that web server is reached. */
    readonly url: string;
  };
  readonly cloudflared: {
    /** `quick` is for trying out: its address changes with every start. */
    readonly mode: 'named' | 'quick';
    /** The address of the named tunnel. */
    readonly url: string;
    /** Where the program is; empty to look for it on the path. */
    readonly program: string;
  };
  readonly ngrok: {
    /** The domain of the account; empty for one that changes. */
    readonly domain: string;
    /** Requests that the plan allows in a month. */
    readonly monthlyLimit: number;
  };
}

export const secretNames = ['cloudflared-token', 'ngrok-token'] as const;
export type SecretName = (typeof secretNames)[number];

/** What went wrong with a tunnel or on the way; the window has a sentence and a next step for each. */
export const troubleCodes = [
  // The user must act.
  'not-set-up',
  'program-missing',
  'program-not-trusted',
  'secret-missing',
  'auth-refused',
  'host-key-unknown',
  'host-key-changed',
  'forward-refused',
  'bad-config',
  // Tried again by itself.
  'rate-limited',
  'unresolved',
  'unreachable',
  'exited',
  'not-ready',
  // Said by the probe through the public address.
  'tls',
  'timeout',
  'wrong-answer',
  'not-ours',
  'http-error',
  'asleep',
] as const;
export type TroubleCode = (typeof troubleCodes)[number];

export interface Trouble {
  readonly code: TroubleCode;
  /** Words of the program or system, with secrets taken out; for experts. Empty when there are none. */
  readonly detail: string;
}

/** Whether events can get here. Only a probe that came back through our own listener makes it `up`. */
export type ReachState =
  /** No way is chosen. */
  | { readonly kind: 'off' }
  | { readonly kind: 'starting'; readonly sinceUs: Us }
  | { readonly kind: 'up'; readonly sinceUs: Us }
  /** The way stands, and the last probes did not come back. */
  | { readonly kind: 'degraded'; readonly sinceUs: Us; readonly trouble: Trouble }
  /** Tried again at `retryAtUs`. */
  | { readonly kind: 'down'; readonly sinceUs: Us; readonly trouble: Trouble; readonly retryAtUs: Us }
  /** Not tried again until the user has done something. */
  | { readonly kind: 'blocked'; readonly sinceUs: Us; readonly trouble: Trouble };

export interface Reach {
  readonly state: ReachState;
  /** What the PBX has to be given: the public address with the token; null while none is known. */
  readonly webhook: string | null;
  /** The address is another than the one the user last said to have given to the PBX. Null when it is not. */
  readonly changedFrom: string | null;
  /** When something last came in by the public address, an event or a probe. */
  readonly lastSuccessUs: Us | null;
  /** Milliseconds that the last probe took there and back. */
  readonly roundTripMs: number | null;
  /** Until when the address before the last change of the token still works; null when it does not. */
  readonly oldTokenUntilUs: Us | null;
  readonly secrets: Readonly<Record<SecretName, boolean>>;
  /** How secrets are kept: by the system's key store, or in a file that only the user can read. */
  readonly keptIn: 'key-store' | 'file';
  /** Requests that went through ngrok this month; null with other ways. */
  readonly requestsThisMonth: number | null;
  readonly forward: ForwardState;
  /** Events of the last 24 hours, oldest hour first; the last one is the hour in progress. */
  readonly eventsPerHour: readonly number[];
}

/** A copy of each accepted event goes on to another address. */
export interface ForwardState {
  readonly waiting: number;
  readonly lastSuccessUs: Us | null;
  readonly failingSinceUs: Us | null;
  /** What the other side said, or why it was not reached; null while all is well. */
  readonly trouble: string | null;
  /** Events that were given up on, because the queue was full or they were too old. */
  readonly givenUp: number;
}

/** A time in which events could not get here; what rang in it is unknown. */
export interface Gap {
  readonly fromUs: Us;
  /** Null while it lasts. */
  readonly toUs: Us | null;
  readonly cause: 'not-running' | 'asleep' | 'not-listening' | 'not-reachable' | 'not-writable';
}

/** The hops of the self-test, in their order. */
export const hops = ['settings', 'public-url', 'tunnel', 'listener', 'database', 'notification', 'pop-up'] as const;
export type Hop = (typeof hops)[number];
export interface HopResult {
  readonly hop: Hop;
  readonly state: 'waiting' | 'running' | 'passed' | 'failed' | 'skipped';
  /** Why it failed or was left out. */
  readonly trouble: Trouble | null;
  readonly milliseconds: number | null;
}
export interface SelfTest {
  readonly id: string;
  readonly startedUs: Us;
  readonly isOver: boolean;
  readonly hops: readonly HopResult[];
}

/** What a server says who it is. */
export interface HostKey {
  /** Such as `ssh-ed25519`. */
  readonly type: string;
  /** As OpenSSH prints it: `SHA256:…`. */
  readonly fingerprint: string;
  /** The line for the file of known hosts. */
  readonly line: string;
}

/** What has to be done on one's own server, to copy. */
export interface SshRecipe {
  readonly publicKey: string;
  readonly authorizedKeysLine: string;
  readonly sshdBlock: string;
  readonly nginxBlock: string;
  /** The key that was confirmed; null when none was. */
  readonly pinned: HostKey | null;
}

/** An extension that the events of the last minutes speak of, for whoever has not said theirs. */
export interface Suggestion {
  readonly extension: string;
  readonly domain: string | null;
  readonly events: number;
}

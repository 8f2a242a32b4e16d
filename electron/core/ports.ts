import type { Us } from '../../shared/call.ts';
import type { Pop } from '../../shared/pop.ts';
import type { SecretName } from '../../shared/reach.ts';
import type { Reason } from '../../shared/refusal.ts';

/** The core's only ways to the world. Each host brings its own; tests bring fakes. */

export interface Clock {
  /** Wall-clock time in epoch microseconds. */
  nowUs(): Us;
  /** Calls back once, after at least `ms` milliseconds. Returns the way to call it off. */
  after(ms: number, callback: () => void): () => void;
}

/** What became of a notification. */
export type NotifyResult =
  | { readonly kind: 'shown' }
  /** Nothing was left to show: the ring had ended meanwhile, or the page raises notifications itself. */
  | { readonly kind: 'not-needed' }
  /** The system shows none; `reason` says why, for the log and the user. */
  | { readonly kind: 'declined'; readonly reason: string };

/** Tells the user of an incoming call outside the window. */
export interface Notifier {
  show(pop: Pop): Promise<NotifyResult>;
  /** Takes the notification of this call off the screen; nothing happens when there is none. */
  close(ref: string): void;
}

export type OpenResult = { readonly kind: 'opened' } | { readonly kind: 'declined'; readonly reason: Reason };

/** Opens addresses in the programs that are made for them: a browser, a softphone. They have been checked before. */
export interface Opener {
  open(url: string): Promise<OpenResult>;
}

/** What nobody else may read. An address of the webhook is as secret as the token in it. */
export type KeptSecret = SecretName | 'webhook-token' | 'old-webhook-token' | 'confirmed-address';

/** Keeps secrets. Every promise rejects when the disk or the key store does not allow it now. */
export interface Secrets {
  has(name: KeptSecret): boolean;
  /** Null when there is none. */
  get(name: KeptSecret): Promise<string | null>;
  /** Forgets it with null. */
  set(name: KeptSecret, value: string | null): Promise<void>;
  /** Puts a value that makes no sense out of the way without losing it. Resolves with where it went. */
  setAside(name: KeptSecret, now: Date): Promise<string>;
  keptIn(): 'key-store' | 'file';
}

export type VaultResult =
  | { readonly kind: 'done'; readonly text: string }
  | { readonly kind: 'declined'; readonly reason: string };

/** The system's key store: it locks texts so that nobody but this user can open them. */
export interface Vault {
  seal(text: string): Promise<VaultResult>;
  unseal(sealed: string): Promise<VaultResult>;
}

/** Structured, levelled log. Implementations mask telephone numbers; see `maskNumbers`. */
export interface Log {
  info(message: string, fields?: Readonly<Record<string, unknown>>): void;
  warn(message: string, fields?: Readonly<Record<string, unknown>>): void;
  error(message: string, fields?: Readonly<Record<string, unknown>>): void;
}

import type { Us } from './call.ts';
import type { PolicyFault } from './policy.ts';

/** Whether the PBX's events can be received. */
export type ListenerState =
  | { readonly kind: 'starting' }
  | { readonly kind: 'listening'; readonly port: number; readonly webhook: string }
  /** Another program holds the port. Tried again by itself every few seconds. */
  | { readonly kind: 'port-taken'; readonly port: number }
  | { readonly kind: 'failed'; readonly port: number; readonly message: string }
  | { readonly kind: 'stopped' };

/** Whether calls can be kept. Every state but `open` answers the PBX with 503. */
export type StoreState =
  | { readonly kind: 'open' }
  /** The disk is full or the file cannot be written; recovers by itself once it can. */
  | { readonly kind: 'not-writable'; readonly path: string; readonly message: string }
  /** The file was written by a newer Ringside. It is untouched. */
  | { readonly kind: 'from-the-future'; readonly path: string; readonly found: number; readonly known: number }
  /** An update is to change the file, and could not copy it into `folder` before. It is untouched; tried again by itself. */
  | { readonly kind: 'not-backed-up'; readonly path: string; readonly folder: string; readonly message: string }
  /** Another Ringside already works in this data folder. */
  | { readonly kind: 'in-use'; readonly path: string };

/** Something happened to the user's data that they have to know. Stays until they have read it. */
export type Notice =
  /** A damaged database was moved aside; `saved` events could be read from it and are back. */
  | { readonly kind: 'database-moved-aside'; readonly path: string; readonly saved: number; readonly atUs: Us }
  /** The webhook token could not be understood; the file was moved aside, and the address is a new one. */
  | { readonly kind: 'token-replaced'; readonly path: string; readonly atUs: Us }
  | { readonly kind: 'settings-moved-aside'; readonly path: string; readonly atUs: Us }
  /** The organisation's policy is not in force, or not all of it. */
  | {
      readonly kind: 'policy-faulty';
      readonly path: string;
      readonly faults: readonly PolicyFault[];
      readonly atUs: Us;
    }
  /** The process ended in the middle of an import of contacts: what it had done is taken back. */
  | { readonly kind: 'import-taken-back'; readonly contacts: number; readonly atUs: Us }
  /** The process that receives events had died and was started again. */
  | { readonly kind: 'core-restarted'; readonly atUs: Us };

/** What Ringside runs on. Without Electron, the browser that shows the page is anybody's. */
export interface Versions {
  readonly electron: string | null;
  readonly chromium: string | null;
  readonly node: string;
}

export interface Status {
  readonly version: string;
  readonly versions: Versions;
  readonly dataDir: string;
  readonly listener: ListenerState;
  readonly store: StoreState;
  readonly notices: readonly Notice[];
  readonly lastEventAtUs: Us | null;
  /** Bodies that were refused and kept, newest state of the counter. */
  readonly rejected: number;
  /** Requests with a wrong path or token since the start. */
  readonly wrongToken: number;
  /** Why the system did not show the last notification, in words; null when it did, or the page raises them itself. */
  readonly notificationTrouble: string | null;
}

/** A body that was refused, kept as it came. */
export interface RejectedDelivery {
  readonly id: number;
  readonly receivedAtUs: Us;
  /** What is wrong and where. */
  readonly reason: string;
  /** The body as text; bytes that are not UTF-8 show as U+FFFD. */
  readonly body: string;
  /** Bytes the body had. */
  readonly size: number;
}

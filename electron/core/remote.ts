import type { Push, Reply } from '../../shared/contract.ts';
import type { Pop } from '../../shared/pop.ts';
import type { NotifyResult, OpenResult, VaultResult } from './ports.ts';
import type { StartOptions } from './startOptions.ts';

/** What the Electron main process and the core's own process say to each other. */

export type ToCore =
  | { readonly kind: 'start'; readonly options: StartOptions; readonly version: string }
  | { readonly kind: 'request'; readonly id: number; readonly name: string; readonly argument: unknown }
  | { readonly kind: 'notified'; readonly id: number; readonly result: NotifyResult }
  | { readonly kind: 'opened'; readonly id: number; readonly result: OpenResult }
  | { readonly kind: 'kept'; readonly id: number; readonly result: VaultResult }
  /** The machine is about to sleep: the tunnel is to end in order. `woke` follows. */
  | { readonly kind: 'sleeps' }
  /** The machine was asleep or locked: whatever time has made stale is to be looked at now. */
  | { readonly kind: 'woke' }
  /** Answer or refuse what is in flight, close the database, then say `stopped`. */
  | { readonly kind: 'stop' };

export type FromCore =
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply }
  | { readonly kind: 'push'; readonly push: Push }
  | { readonly kind: 'notify'; readonly id: number; readonly pop: Pop }
  | { readonly kind: 'close-notification'; readonly ref: string }
  /** Open an address that has been checked. */
  | { readonly kind: 'open'; readonly id: number; readonly url: string }
  /** Lock a text with the system's key store, or unlock one. */
  | { readonly kind: 'vault'; readonly id: number; readonly deed: 'seal' | 'unseal'; readonly text: string }
  /** A line for the terminal: where webhooks go, or what is wrong. */
  | { readonly kind: 'line'; readonly stream: 'stdout' | 'stderr'; readonly text: string }
  | { readonly kind: 'stopped' };

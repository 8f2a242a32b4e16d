import type { Push, Reply } from '../../shared/contract.ts';
import type { Clock, Log, Notifier } from './ports.ts';
import type { StartOptions } from './startOptions.ts';

export interface AppOptions {
  readonly start: StartOptions;
  readonly version: string;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly log: Log;
  /** A line for the terminal: where webhooks go, or what is wrong. */
  readonly say: (stream: 'stdout' | 'stderr', text: string) => void;
}

/** The whole product without a window. */
export interface App {
  /** Answers a window's question; never throws, whatever the name and the argument are. */
  request(name: string, argument: unknown): Promise<Reply>;
  /** Subscribes to every push; returns the way to unsubscribe. */
  subscribe(listener: (push: Push) => void): () => void;
  /** Answers or refuses what is in flight, commits, closes the database. */
  stop(): Promise<void>;
}

export declare function createApp(options: AppOptions): Promise<App>;

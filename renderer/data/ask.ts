import { createContext, use } from 'react';

import type { Argument, Bridge, RequestError, RequestName, Result } from '../../shared/contract.ts';
import type { Reason } from '../../shared/refusal.ts';

/** The core said no. */
export class Refusal extends Error {
  readonly code: RequestError['code'];
  /** Why, for people; empty where `message` is all there is. */
  readonly words: readonly Reason[];

  constructor(error: RequestError) {
    super(error.message);
    this.name = 'Refusal';
    this.code = error.code;
    this.words = error.words ?? [];
  }
}

/** Asks the core. Rejects with a `Refusal` when it says no, with any other error when it cannot be reached. */
export type Ask = <Name extends RequestName>(name: Name, argument: Argument<Name>) => Promise<Result<Name>>;

export function asker(bridge: Bridge): Ask {
  return async (name, argument) => {
    const reply = await bridge.request(name, argument);
    if (!reply.ok) throw new Refusal(reply.error);
    return reply.value;
  };
}

export const AskContext = createContext<Ask>(() => Promise.reject(new Error('No bridge')));

export function useAsk(): Ask {
  return use(AskContext);
}

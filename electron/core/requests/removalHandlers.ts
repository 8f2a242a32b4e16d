import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { notBuilt } from './notBuilt.ts';

type Names = 'calls.remove' | 'calls.removePerson' | 'deeds.undo';

export function removalHandlers(_options: HandlerOptions): Pick<Handlers, Names> {
  return {
    'calls.remove': notBuilt,
    'calls.removePerson': notBuilt,
    'deeds.undo': notBuilt,
  };
}

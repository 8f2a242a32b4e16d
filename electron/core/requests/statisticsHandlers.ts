import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { notBuilt } from './notBuilt.ts';

type Names = 'statistics.get';

export function statisticsHandlers(_options: HandlerOptions): Pick<Handlers, Names> {
  return {
    'statistics.get': notBuilt,
  };
}

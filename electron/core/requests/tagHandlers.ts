import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { notBuilt } from './notBuilt.ts';

type Names = 'tags.list' | 'tags.change';

export function tagHandlers(_options: HandlerOptions): Pick<Handlers, Names> {
  return {
    'tags.list': notBuilt,
    'tags.change': notBuilt,
  };
}

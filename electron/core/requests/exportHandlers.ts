import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { notBuilt } from './notBuilt.ts';

type Names = 'export.begin' | 'export.next' | 'export.end';

export function exportHandlers(_options: HandlerOptions): Pick<Handlers, Names> {
  return {
    'export.begin': notBuilt,
    'export.next': notBuilt,
    'export.end': notBuilt,
  };
}

import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { notBuilt } from './notBuilt.ts';

type Names =
  | 'import.put'
  | 'import.plan'
  | 'import.rows'
  | 'import.choose'
  | 'import.run'
  | 'import.state'
  | 'import.cancel';

export function importHandlers(_options: HandlerOptions): Pick<Handlers, Names> {
  return {
    'import.put': notBuilt,
    'import.plan': notBuilt,
    'import.rows': notBuilt,
    'import.choose': notBuilt,
    'import.run': notBuilt,
    'import.state': notBuilt,
    'import.cancel': notBuilt,
  };
}

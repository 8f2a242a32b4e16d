import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { notBuilt } from './notBuilt.ts';

type Names =
  | 'contacts.page'
  | 'contacts.get'
  | 'contacts.save'
  | 'contacts.remove'
  | 'contacts.merge'
  | 'contacts.duplicates';

export function contactHandlers(_options: HandlerOptions): Pick<Handlers, Names> {
  return {
    'contacts.page': notBuilt,
    'contacts.get': notBuilt,
    'contacts.save': notBuilt,
    'contacts.remove': notBuilt,
    'contacts.merge': notBuilt,
    'contacts.duplicates': notBuilt,
  };
}

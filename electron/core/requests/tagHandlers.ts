import { changeTags } from '../store/tags.ts';
import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore, writeStore } from './openStore.ts';

type Names = 'tags.list' | 'tags.change';

export function tagHandlers(options: HandlerOptions): Pick<Handlers, Names> {
  return {
    'tags.list': () => openStore(options).tags.list(),
    'tags.change': (what) => {
      writeStore(options, (open) => changeTags(open, what));
      options.callsChanged();
      return null;
    },
  };
}

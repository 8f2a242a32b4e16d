import { changeTags, takeBackTags } from '../store/tags.ts';
import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore, writeStore } from './openStore.ts';

/** For how long a change of tags can be taken back, in s. */
const undoSeconds = 10;

type Names = 'tags.list' | 'tags.change';

export function tagHandlers(options: HandlerOptions): Pick<Handlers, Names> {
  const { undo, callsChanged } = options;
  return {
    'tags.list': () => openStore(options).tags.list(),
    'tags.change': (what) => {
      const changed = writeStore(options, (open) => changeTags(open, what));
      callsChanged();
      const takeBack = () => {
        writeStore(options, (open) => takeBackTags(open, changed));
        callsChanged();
      };
      return { count: what.refs.length, undo: undo.offer(takeBack, undoSeconds) };
    },
  };
}

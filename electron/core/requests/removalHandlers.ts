import type { Undoable } from '../../../shared/contract.ts';
import { bringBack, remove } from '../store/removal.ts';
import type { Handlers } from './answerRequest.ts';
import { callOf } from './callDetail.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore, writeStore } from './openStore.ts';
import { Refusal } from './refusal.ts';

/** For how long a deletion can be taken back, in s. */
const undoSeconds = 10;

type Names = 'calls.remove' | 'calls.removePerson';

export function removalHandlers(options: HandlerOptions): Pick<Handlers, Names> {
  const { clock, undo, callsChanged } = options;

  const removeAll = (refs: readonly string[]): Undoable => {
    const removed = writeStore(options, (open) => remove(open, refs, clock.nowUs()));
    callsChanged();
    const takeBack = () => {
      writeStore(options, (open) => bringBack(open, removed, clock.nowUs()));
      callsChanged();
    };
    return { count: refs.length, undo: undo.offer(takeBack, undoSeconds) };
  };

  return {
    'calls.remove': ({ refs }) => removeAll(refs),
    'calls.removePerson'(ref) {
      const call = callOf(openStore(options), ref);
      if (call === null) throw new Refusal('bad-request', { kind: 'call-gone' });
      return removeAll(call.person === null ? [call.ref] : openStore(options).calls.ofPerson(call.person));
    },
  };
}

import type { Undoable } from '../../../shared/contract.ts';
import { bringBack, remove } from '../store/removal.ts';
import { type Handlers, Refusal } from './answerRequest.ts';
import { callOf } from './callDetail.ts';
import type { HandlerOptions } from './handlers.ts';
import type { StoreAccess } from './storeAccess.ts';

/** For how long a deletion can be taken back, in s. */
const undoSeconds = 10;

type Names = 'calls.remove' | 'calls.removePerson' | 'deeds.undo';

export function removalHandlers(
  { clock, undo, callsChanged }: Pick<HandlerOptions, 'clock' | 'undo' | 'callsChanged'>,
  { store, write }: StoreAccess,
): Pick<Handlers, Names> {
  const removeAll = (refs: readonly string[]): Undoable => {
    const removed = write((open) => remove(open, refs, clock.nowUs()));
    callsChanged();
    const takeBack = () => {
      write((open) => bringBack(open, removed, clock.nowUs()));
      callsChanged();
    };
    return { count: refs.length, undo: undo.offer(takeBack, undoSeconds) };
  };

  return {
    'calls.remove': ({ refs }) => removeAll(refs),
    'calls.removePerson'(ref) {
      const call = callOf(store(), ref);
      if (call === null) throw new Refusal('bad-request', 'This call is not in the log.');
      return removeAll(call.person === null ? [call.ref] : store().calls.ofPerson(call.person));
    },
    'deeds.undo'(token) {
      if (undo.undo(token) === 'too-late') throw new Refusal('bad-request', 'It is too late to take this back.');
      return null;
    },
  };
}

import { type Handlers, Refusal } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';

export function undoHandlers({ undo }: HandlerOptions): Pick<Handlers, 'deeds.undo'> {
  return {
    'deeds.undo': async (token) => {
      if ((await undo.undo(token)) === 'too-late') throw new Refusal('bad-request', 'It is too late to undo that.');
      return null;
    },
  };
}

import type { Handlers } from './answerRequest.ts';
import type { HandlerOptions } from './handlers.ts';
import { Refusal } from './refusal.ts';

export function undoHandlers({ undo }: HandlerOptions): Pick<Handlers, 'deeds.undo'> {
  return {
    'deeds.undo': async (token) => {
      if ((await undo.undo(token)) === 'too-late') throw new Refusal('bad-request', { kind: 'too-late' });
      return null;
    },
  };
}

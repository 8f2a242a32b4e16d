import { useAsk } from '../data/ask.ts';
import { useToast } from './useToast.ts';

/** Says what the core has done and offers to take it back, as long as the core knows how. `onUndone`: it is taken back. */
export function useUndoToast(): (message: string, token: string, onUndone?: () => void) => void {
  const ask = useAsk();
  const tell = useToast();
  return (message, token, onUndone) =>
    tell({ message, undo: () => ask('deeds.undo', token).then(onUndone), expires: true });
}

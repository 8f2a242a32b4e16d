import { useAsk } from '../data/ask.ts';
import { useToast } from './useToast.ts';

/** Says what the core has done and offers to take it back, as long as the core knows how. */
export function useUndoToast(): (message: string, token: string) => void {
  const ask = useAsk();
  const tell = useToast();
  return (message, token) => tell({ message, undo: () => ask('deeds.undo', token), expires: true });
}

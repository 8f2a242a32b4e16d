import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import type { Undoable } from '../../shared/contract.ts';
import { useAsk } from '../data/ask.ts';
import { useUndoToast } from '../toast/useUndoToast.ts';

/** Which calls go: these, or all with the other party of one. */
export type Removal =
  | { readonly kind: 'calls'; readonly refs: readonly string[] }
  | { readonly kind: 'person'; readonly ref: string };

/** Deletes calls and offers to bring them back. */
export function useRemoval() {
  const t = useTranslations('undo');
  const ask = useAsk();
  const tell = useUndoToast();
  return useMutation<Undoable, Error, Removal>({
    mutationFn: (what) =>
      what.kind === 'calls' ? ask('calls.remove', { refs: what.refs }) : ask('calls.removePerson', what.ref),
    onSuccess: ({ count, undo }) => tell(t('removed', { count }), undo),
  });
}

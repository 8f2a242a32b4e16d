import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useAsk } from '../data/ask.ts';
import { useFailureToast } from '../toast/useFailureToast.ts';
import { useUndoToast } from '../toast/useUndoToast.ts';

/** Removes contacts; the toast takes it back. `name`: of the one, where it is one alone. */
export function useRemove() {
  const ask = useAsk();
  const t = useTranslations();
  const tell = useUndoToast();
  const refuse = useFailureToast();
  const { mutate } = useMutation({
    mutationFn: ({ ids }: { readonly ids: readonly number[]; readonly name: string | null }) =>
      ask('contacts.remove', { ids }),
    onSuccess: ({ count, undo }, { name }) =>
      tell(count === 1 && name !== null ? t('contacts.removedOne', { name }) : t('contacts.removed', { count }), undo),
    onError: refuse,
  });
  return mutate;
}

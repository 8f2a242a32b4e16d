import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';
import { useToast } from '../toast/useToast.ts';

/** Removes contacts; the toast takes it back. `name`: of the one, where it is one alone. */
export function useRemove() {
  const ask = useAsk();
  const t = useTranslations();
  const tell = useToast();
  const failureText = useFailureText();
  const { mutate } = useMutation({
    mutationFn: ({ ids }: { readonly ids: readonly number[]; readonly name: string | null }) =>
      ask('contacts.remove', { ids }),
    onSuccess: ({ count, undo }, { name }) =>
      tell({
        message: count === 1 && name !== null ? t('contacts.removedOne', { name }) : t('contacts.removed', { count }),
        undo: () => ask('deeds.undo', undo),
      }),
    onError: (error) => tell({ message: `${t('errors.change')}: ${failureText(error)}` }),
  });
  return mutate;
}

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';
import { useToast } from '../toast/useToast.ts';

/** Calls a number of a contact, given by its key, as the settings say; the toast says what was said against it. */
export function useCall(): (key: string) => void {
  const ask = useAsk();
  const t = useTranslations('errors');
  const tell = useToast();
  const failureText = useFailureText();
  const { mutate } = useMutation({
    mutationFn: (key: string) => ask('numbers.call', key),
    onError: (error) => tell({ message: `${t('change')}: ${failureText(error)}` }),
  });
  return mutate;
}

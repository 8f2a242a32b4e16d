import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { useToast } from './useToast.ts';

/** Says that something could not be done, and why. */
export function useFailureToast(): (error: Error) => void {
  const t = useTranslations('errors');
  const tell = useToast();
  const failureText = useFailureText();
  return (error) => tell({ message: `${t('change')}: ${failureText(error)}` });
}

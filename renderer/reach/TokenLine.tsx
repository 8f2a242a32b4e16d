import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import type { Reach, SecretName } from '../../shared/reach.ts';
import { useFailureText } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';
import { useToast } from '../toast/useToast.ts';
import { Line } from './Line.tsx';

interface TokenLineProps {
  readonly name: SecretName;
  readonly hint: string;
  readonly reach: Reach;
  readonly value: string;
  readonly onType: (token: string) => void;
}

/** A token: it can be written and forgotten, and never read. */
export function TokenLine({ name, hint, reach: { secrets, keptIn }, value, onType }: TokenLineProps) {
  const t = useTranslations('reach.way');
  const ask = useAsk();
  const tell = useToast();
  const failureText = useFailureText();
  const forget = useMutation({
    mutationFn: () => ask('secrets.set', { name, value: null }),
    onSuccess: () => tell({ message: t('forgotten') }),
    onError: (error) => tell({ message: failureText(error) }),
  });
  const isKept = secrets[name];
  return (
    <Line
      label={t('token')}
      hint={`${hint} ${t(`keptIn.${keptIn}`)}`}
      isSecret
      value={value}
      placeholder={isKept ? t('kept') : ''}
      onType={onType}
    >
      {isKept && (
        <button type="button" className="button" disabled={forget.isPending} onClick={() => forget.mutate()}>
          {t('forget')}
        </button>
      )}
    </Line>
  );
}

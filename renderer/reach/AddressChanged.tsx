import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import type { Reach } from '../../shared/reach.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { useFailureText } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';

/** The PBX still has the address from before: loud, for its events get lost meanwhile. */
export function AddressChanged({ reach: { webhook, changedFrom } }: { readonly reach: Reach }) {
  const t = useTranslations('reach.moved');
  const ask = useAsk();
  const failureText = useFailureText();
  const { mutate, isPending, error } = useMutation({ mutationFn: () => ask('reach.confirmAddress', undefined) });
  if (webhook === null || changedFrom === null) return null;
  return (
    <section className="moved" role="alert">
      <h2>{t('title')}</h2>
      <p>{t('hint')}</p>
      <dl>
        <dt>{t('old')}</dt>
        <dd>
          <code dir="ltr">
            <s>{changedFrom}</s>
          </code>
        </dd>
        <dt>{t('new')}</dt>
        <dd>
          <code dir="ltr">{webhook}</code>
        </dd>
      </dl>
      <p className="field-row">
        <CopyButton text={webhook} label="address" />
        <button type="button" className="button primary" disabled={isPending} onClick={() => mutate()}>
          {t('confirm')}
        </button>
      </p>
      {error && <p className="field-refusal">{failureText(error)}</p>}
    </section>
  );
}

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { CopyButton } from '../components/CopyButton.tsx';
import { useReading } from '../data/queries.ts';

const bold = (words: ReactNode) => <b>{words}</b>;

/** What to do in the PBX, in words. */
export function AddressStep() {
  const t = useTranslations('setup');
  const address = useTranslations('reach.address');
  const { data: status } = useReading('status.get', undefined);
  const { data: reach } = useReading('reach.get', undefined);
  const local = status?.listener.kind === 'listening' ? status.listener.webhook : null;
  const known = reach?.webhook ?? null;
  const webhook = known ?? local;
  return (
    <>
      <p>{t('inPbx')}</p>
      <ol className="in-pbx">
        <li>{t.rich('open', { b: bold })}</li>
        <li>
          {t('paste')}
          {webhook === null ? (
            <p className="quiet">{address('missing')}</p>
          ) : (
            <p className="command">
              <code dir="ltr">{webhook}</code>
              <CopyButton text={webhook} label="address" />
            </p>
          )}
          {known === null && webhook !== null && <p className="address-local">{address('local')}</p>}
        </li>
        <li>{t('choose')}</li>
        <li>{t('store')}</li>
      </ol>
      <p className="quiet">{address('secret')}</p>
    </>
  );
}

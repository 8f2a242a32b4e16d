import { useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { ReasonForm } from './ReasonForm.tsx';

/** Settles with one click, or with a reason that is asked for below. */
export function SettleButtons({ onSettle }: { readonly onSettle: (reason: string | null) => void }) {
  const t = useTranslations('followUps');
  const [asksReason, setAsksReason] = useState(false);
  const toggle = useRef<HTMLButtonElement>(null);

  function cancel() {
    setAsksReason(false);
    toggle.current?.focus();
  }

  return (
    <>
      <span className="buttons-joined">
        <button type="button" className="button" onClick={() => onSettle(null)}>
          <Icon name="check" />
          {t('settle')}
        </button>
        <button
          type="button"
          className="button"
          ref={toggle}
          aria-label={t('settleWithReason')}
          aria-expanded={asksReason}
          title={t('settleWithReason')}
          onClick={() => setAsksReason(!asksReason)}
        >
          <Icon name="chevron" />
        </button>
      </span>
      {asksReason && <ReasonForm onSettle={onSettle} onCancel={cancel} />}
    </>
  );
}

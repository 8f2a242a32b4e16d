import { useTranslations } from 'use-intl';

import type { AskedKeep } from './useKeepChange.ts';

/** What a shorter time deletes. Focus goes there: the change waits for an answer. */
export function KeepWarning({ asked: { loss, confirm, cancel } }: { readonly asked: AskedKeep }) {
  const t = useTranslations('settings.keep');
  const words =
    loss === null ? t('warningUncounted') : t(loss.isAll ? 'warning' : 'warningAtLeast', { calls: loss.calls });
  return (
    <div className="keep-warning" role="alert">
      <p>{words}</p>
      <span className="field-row">
        <button type="button" className="button danger" onClick={confirm}>
          {t('confirm')}
        </button>
        <button type="button" className="button" ref={(button) => button?.focus()} onClick={cancel}>
          {t('cancel')}
        </button>
      </span>
    </div>
  );
}

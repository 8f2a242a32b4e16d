import { use, useSyncExternalStore } from 'react';
import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import { WebNotifierContext, type WebNotifier } from '../pops/webNotifier.ts';
import { useIsFound } from './search.ts';

/** What the browser still has to be told before it shows notifications; nothing once it shows them. */
export function NotificationPermission() {
  const t = useTranslations('settings');
  const notifier = use(WebNotifierContext);
  const isFound = useIsFound([t('ways.title'), t('ways.notification')]);
  return notifier && isFound && <Permission notifier={notifier} />;
}

function Permission({ notifier }: { readonly notifier: WebNotifier }) {
  const t = useTranslations('settings.permission');
  const permission = useSyncExternalStore(notifier.subscribe, notifier.permission);
  switch (permission) {
    case 'granted':
      return null;
    case 'default':
      return (
        <div className="field permission">
          <div className="field-words">
            <p>{t('hint')}</p>
          </div>
          <button type="button" className="button" onClick={() => void notifier.askPermission()}>
            {t('allow')}
          </button>
        </div>
      );
    case 'denied':
    case 'unsupported':
      return (
        <div className="field-words permission">
          <p>{t(permission)}</p>
        </div>
      );
    default:
      return assertNever(permission);
  }
}

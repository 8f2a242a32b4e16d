import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { hrefOf } from '../route/route.ts';
import { ExportElsewhere } from './ExportElsewhere.tsx';

/** The first thing to do here is to bring the contacts that are elsewhere. */
export function NoContacts() {
  const t = useTranslations('contacts');
  return (
    <div className="empty contact-empty">
      <span className="empty-mark">
        <Icon name="contacts" />
      </span>
      <h2>{t('emptyTitle')}</h2>
      <p>{t('emptyText')}</p>
      <p className="contact-empty-deeds">
        <a className="button primary" href={hrefOf({ kind: 'contact-import' })}>
          <Icon name="import" />
          {t('import')}
        </a>
        <a className="button" href={hrefOf({ kind: 'new-contact', number: null })}>
          <Icon name="add" />
          {t('new')}
        </a>
      </p>
      <ExportElsewhere />
    </div>
  );
}

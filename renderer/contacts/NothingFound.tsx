import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { hrefOf } from '../route/route.ts';

/** Nobody matches; a number that nobody has may become somebody's. */
export function NothingFound({ search }: { readonly search: string }) {
  const t = useTranslations('contacts');
  const isNumber = /^[+\d][\d\s()/.-]{2,}$/.test(search);
  return (
    <div className="empty">
      <span className="empty-mark">
        <Icon name="search" />
      </span>
      <h2>{t('nothingFound', { search })}</h2>
      <p>{t('nothingFoundHint')}</p>
      {isNumber && (
        <a className="button" href={hrefOf({ kind: 'new-contact', number: search })}>
          <Icon name="add" />
          {t('newWithNumber', { number: search })}
        </a>
      )}
    </div>
  );
}

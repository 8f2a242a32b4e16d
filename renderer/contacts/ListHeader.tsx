import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { hrefOf } from '../route/route.ts';
import { mostChosen } from './useChoice.ts';

interface ListHeaderProps {
  readonly id: string;
  readonly total: number;
  readonly chosen: number;
  readonly children: ReactNode;
}

/** The title, and beside it how many there are, or how many of them are chosen. */
export function ListHeader({ id, total, chosen, children }: ListHeaderProps) {
  const t = useTranslations('contacts');
  return (
    <header className="view-header contact-header">
      <h1 id={id}>{t('title')}</h1>
      <output className="contact-total" title={chosen === mostChosen ? t('mostChosen', { count: chosen }) : undefined}>
        {chosen > 0 ? t('chosenCount', { count: chosen }) : t('total', { count: total })}
      </output>
      {children}
    </header>
  );
}

interface ListDeedsProps {
  readonly isExporting: boolean;
  readonly onExport: () => void;
}

/** What can be done while none is chosen. Where there is no room the shapes stand alone. */
export function ListDeeds({ isExporting, onExport }: ListDeedsProps) {
  const t = useTranslations('contacts');
  return (
    <div className="contact-header-deeds">
      <a className="button foldable" href={hrefOf({ kind: 'contact-duplicates' })} title={t('duplicates')}>
        <Icon name="merge" />
        <span>{t('duplicates')}</span>
      </a>
      <a className="button foldable" href={hrefOf({ kind: 'contact-import' })} title={t('import')}>
        <Icon name="import" />
        <span>{t('import')}</span>
      </a>
      <button
        type="button"
        className="button foldable"
        aria-expanded={isExporting}
        title={t('exportShort')}
        onClick={onExport}
      >
        <Icon name="export" />
        <span>{t('exportShort')}</span>
      </button>
      <a
        className="button primary foldable"
        href={hrefOf({ kind: 'new-contact', number: null })}
        title={t('new')}
        aria-keyshortcuts="n"
      >
        <Icon name="add" />
        <span>{t('new')}</span>
      </a>
    </div>
  );
}

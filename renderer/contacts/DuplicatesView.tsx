import { useId, useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { DuplicateGroup } from '../../shared/contact.ts';
import { Failure } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { BackToList } from './BackToList.tsx';
import { MergeForm } from './MergeForm.tsx';

/** Contacts that look like one and the same, group by group. */
export function DuplicatesView() {
  const t = useTranslations('merge');
  const id = useId();
  const { data: groups, error, refetch } = useReading('contacts.duplicates', undefined);
  const list = useRef<HTMLDivElement>(null);

  return (
    <section className="page contact-page" aria-labelledby={id}>
      <header className="view-header">
        <BackToList />
        <h1 id={id}>{t('duplicates')}</h1>
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {groups === undefined && !error && <p className="reading">{t('reading')}</p>}
      {groups?.length === 0 && (
        <div className="empty">
          <span className="empty-mark">
            <Icon name="check" />
          </span>
          <h2>{t('noneTitle')}</h2>
          <p>{t('noneText')}</p>
        </div>
      )}
      {groups !== undefined && groups.length > 0 && (
        <div ref={list} tabIndex={-1} className="duplicates">
          <p className="quiet">{t('found', { count: groups.length })}</p>
          {groups.map((group) => (
            // The button that was pressed is gone with its group: the keyboard stays in the list.
            <Group key={keyOf(group)} group={group} onMerged={() => list.current?.focus()} />
          ))}
        </div>
      )}
    </section>
  );
}

function Group({ group, onMerged }: { readonly group: DuplicateGroup; readonly onMerged: () => void }) {
  const t = useTranslations('merge');
  const id = useId();
  return (
    <section className="duplicate" aria-labelledby={id}>
      <h2 id={id}>{t(`because.${group.because}`)}</h2>
      <MergeForm contacts={group.contacts} onMerged={onMerged} />
    </section>
  );
}

function keyOf({ because, contacts }: DuplicateGroup): string {
  return `${because} ${contacts.map(({ id }) => id).join(' ')}`;
}

import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';

/** Contacts that are merged at once. */
const mostMerged = 50;

interface ChoiceDeedsProps {
  readonly count: number;
  readonly onExport: () => void;
  readonly onMerge: () => void;
  readonly onRemove: () => void;
  readonly onClear: () => void;
}

/** What can be done with those that are chosen. */
export function ChoiceDeeds({ count, onExport, onMerge, onRemove, onClear }: ChoiceDeedsProps) {
  const t = useTranslations('contacts');
  return (
    <div className="contact-header-deeds">
      <button type="button" className="button" onClick={onExport}>
        <Icon name="export" />
        {t('exportShort')}
      </button>
      {count > 1 && count <= mostMerged && (
        <button type="button" className="button" onClick={onMerge}>
          <Icon name="merge" />
          {t('merge')}
        </button>
      )}
      <button type="button" className="button" onClick={onRemove}>
        <Icon name="delete" />
        {t('remove')}
      </button>
      <button type="button" className="button bare" aria-label={t('clear')} title={t('clear')} onClick={onClear}>
        <Icon name="cross" />
      </button>
    </div>
  );
}

import { useTranslations } from 'use-intl';

import type { Contact } from '../../shared/contact.ts';
import { navigate } from '../route/useRoute.ts';
import { MergeForm } from './MergeForm.tsx';
import { Panel } from './Panel.tsx';

interface MergePanelProps {
  readonly contacts: readonly Contact[];
  readonly onMerged: () => void;
  readonly onClose: () => void;
}

/** Makes one contact of those that were chosen in the list. */
export function MergePanel({ contacts, onMerged, onClose }: MergePanelProps) {
  const t = useTranslations('merge');
  return (
    <Panel label={t('title')} onClose={onClose}>
      <div className="call-header">
        <h1>{t('title')}</h1>
        <p>{t('hint')}</p>
      </div>
      <MergeForm
        contacts={contacts}
        onMerged={({ id }) => {
          onMerged();
          onClose();
          navigate({ kind: 'contact', id });
        }}
      />
    </Panel>
  );
}

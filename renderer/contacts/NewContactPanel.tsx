import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { redirect } from '../route/useRoute.ts';
import { ContactForm } from './ContactForm.tsx';
import { emptyForm, keptName } from './form.ts';
import { Panel } from './Panel.tsx';

interface NewContactPanelProps {
  /** Filled in. */
  readonly number: string | null;
  readonly onClose: () => void;
}

/** Somebody new. */
export function NewContactPanel({ number, onClose }: NewContactPanelProps) {
  const t = useTranslations('contact');
  const [start] = useState(() => emptyForm(number));

  return (
    <Panel label={t('newTitle')} onClose={onClose}>
      <ContactForm
        id={null}
        keptAs={keptName.new(number)}
        start={start}
        onLeave={(saved) => {
          if (saved) redirect({ kind: 'contact', id: saved.id });
          else onClose();
        }}
      />
    </Panel>
  );
}

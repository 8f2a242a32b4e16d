import { useEffect, useEffectEvent, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Failure } from '../components/Failure.tsx';
import { useReading } from '../data/queries.ts';
import { useKept } from '../data/useKept.ts';
import type { ContactRoute } from '../route/contactRoute.ts';
import { navigate, redirect } from '../route/useRoute.ts';
import { ContactCard } from './ContactCard.tsx';
import { ContactForm } from './ContactForm.tsx';
import { formOf, keptName, type Form } from './form.ts';
import { Panel } from './Panel.tsx';

interface ContactPanelProps {
  readonly route: Extract<ContactRoute, { kind: 'contact' }>;
  readonly onClose: () => void;
  readonly onRemove: (ids: readonly number[]) => void;
}

/** One contact in full, or the form that changes it. */
export function ContactPanel({ route, onClose, onRemove }: ContactPanelProps) {
  const t = useTranslations('contact');
  const { id, edit: isEditing = false, ...shown } = route;
  const { data, error, refetch } = useReading('contacts.get', id);
  /** What the form began with: it stays as it is whatever becomes of the contact meanwhile. */
  const [start, setStart] = useState<Form | null>(null);
  if (isEditing && start === null && data) setStart(formOf(data.contact));
  if (!isEditing && start !== null) setStart(null);
  useUnsavedWords(route);

  function body() {
    if (start)
      return <ContactForm id={id} keptAs={keptName.of(id)} start={start} onLeave={() => redirect({ ...shown, id })} />;
    if (data) {
      const edit = () => navigate({ ...shown, id, edit: true });
      return <ContactCard detail={data} onEdit={edit} onRemove={() => onRemove([id])} />;
    }
    if (error) return <Failure error={error} onRetry={() => void refetch()} />;
    if (data === undefined) return null;
    return (
      <div className="empty">
        <h2>{t('unknown')}</h2>
        <p>{t('unknownHint')}</p>
      </div>
    );
  }

  return (
    <Panel label={t('title')} onClose={onClose}>
      {body()}
    </Panel>
  );
}

/** Words that were left unsaved bring the form back with the contact. */
function useUnsavedWords(route: ContactPanelProps['route']) {
  const [kept] = useKept<Form>(keptName.of(route.id));
  const goOn = useEffectEvent(() => {
    if (kept !== undefined && !route.edit) redirect({ ...route, edit: true });
  });
  useEffect(() => goOn(), []);
}

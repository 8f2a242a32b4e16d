import { useEffect, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { Dialog } from '../components/Dialog.tsx';
import { TagEditor, type SharedTag, type TagChange } from './TagEditor.tsx';

interface TagDialogProps {
  readonly calls: readonly CallRow[];
  readonly onClose: () => void;
}

/** Puts tags on calls of the list and takes others off, all of them at once. */
export function TagDialog({ calls, onClose }: TagDialogProps) {
  const t = useTranslations('tags');
  const field = useRef<HTMLInputElement>(null);
  const [tags, setTags] = useState(() => sharedTags(calls));
  useEffect(() => field.current?.focus(), []);

  function follow({ add, remove }: TagChange) {
    const others = tags.filter(({ tag }) => !add.includes(tag) && !remove.includes(tag));
    setTags([...others, ...add.map((tag) => ({ tag, calls: calls.length }))]);
  }

  return (
    <Dialog title={t('title', { count: calls.length })} onClose={onClose}>
      <div className="dialog-body">
        <TagEditor
          refs={calls.map((call) => call.ref)}
          tags={tags}
          onChanged={follow}
          onUndone={setTags}
          field={field}
        />
        <p className="quiet">{t('hint')}</p>
      </div>
      <footer className="dialog-deeds">
        <button type="button" className="button primary" onClick={onClose}>
          {t('done')}
        </button>
      </footer>
    </Dialog>
  );
}

function sharedTags(calls: readonly CallRow[]): readonly SharedTag[] {
  const counts = Map.groupBy(
    calls.flatMap((call) => call.tags),
    (tag) => tag,
  );
  return [...counts].map(([tag, those]) => ({ tag, calls: those.length }));
}

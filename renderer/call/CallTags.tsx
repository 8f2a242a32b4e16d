import { useEffect, useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { plainKey } from '../keys/plainKey.ts';
import { TagEditor } from '../tags/TagEditor.tsx';

/** The tags of a call, which `t` leads to. */
export function CallTags({ call }: { readonly call: CallRow }) {
  const t = useTranslations('tags');
  const field = useRef<HTMLInputElement>(null);

  useEffect(() => {
    function goToTags(event: KeyboardEvent) {
      if (event.defaultPrevented || plainKey(event) !== 't') return;
      event.preventDefault();
      field.current?.focus();
    }
    window.addEventListener('keydown', goToTags);
    return () => window.removeEventListener('keydown', goToTags);
  }, []);

  return (
    <section className="call-part">
      <h2>{t('list')}</h2>
      <TagEditor
        refs={[call.ref]}
        tags={call.tags.map((tag) => ({ tag, calls: 1 }))}
        onLeave={() => field.current?.blur()}
        field={field}
      />
    </section>
  );
}

import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import type { SettingsView } from '../../shared/settings.ts';
import { readSettings, type FileContent } from './settingsFile.ts';
import { TakeSettings } from './TakeSettings.tsx';

/** Takes settings from a file: first it says what would change. */
export function OpenSettings({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('settings.file');
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const [content, setContent] = useState<FileContent | null>(null);

  async function open(file: File | undefined) {
    setContent(file === undefined ? null : readSettings(await file.text()));
    // So that the same file can be chosen again once it was corrected.
    if (field.current) field.current.value = '';
  }

  return (
    <>
      <div className="field">
        <div className="field-words">
          <h3 id={id}>{t('open')}</h3>
          <p>{t('openHint')}</p>
        </div>
        <input
          ref={field}
          type="file"
          hidden
          accept=".json,application/json"
          aria-labelledby={id}
          onChange={(event) => void open(event.target.files?.[0])}
        />
        <button type="button" className="button" onClick={() => field.current?.click()}>
          {t('openStart')}
        </button>
      </div>
      {content?.kind === 'not-settings' && (
        <p className="field-refusal" role="alert">
          {t('notSettings')}
        </p>
      )}
      {content?.kind === 'settings' && <TakeSettings content={content} view={view} onDone={() => setContent(null)} />}
    </>
  );
}

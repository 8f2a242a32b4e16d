import { useTranslations } from 'use-intl';

import { useFailureText } from '../../components/Failure.tsx';
import { Icon } from '../../components/Icon.tsx';
import { ExportElsewhere } from '../ExportElsewhere.tsx';
import { FileButton } from './FileButton.tsx';
import type { useUpload } from './useUpload.ts';

interface ChooseFileProps {
  readonly uploading: ReturnType<typeof useUpload>;
  readonly onFile: (file: File) => void;
}

/** Where to drop it, and how to get it out of other programs. */
export function ChooseFile({ uploading, onFile }: ChooseFileProps) {
  const t = useTranslations('contactImport');
  const failureText = useFailureText();
  const { isPending, error, share, cancel } = uploading;
  return (
    <div className="import-scroll">
      <div className="import-drop">
        <span className="empty-mark">
          <Icon name="import" />
        </span>
        {isPending ? (
          <>
            <p>{t('uploading')}</p>
            <progress value={share} max={1} aria-label={t('uploading')} />
            <button type="button" className="button" onClick={cancel}>
              {t('cancel')}
            </button>
          </>
        ) : (
          <>
            <h2>{t('drop')}</h2>
            <p>{t('dropHint')}</p>
            <FileButton isPrimary onFile={onFile}>
              {t('choose')}
            </FileButton>
          </>
        )}
        {error && (
          <p className="field-refusal" role="alert">
            {t('refused')} {failureText(error)}
          </p>
        )}
      </div>
      <h2 className="import-elsewhere">{t('elsewhere')}</h2>
      <ExportElsewhere />
    </div>
  );
}

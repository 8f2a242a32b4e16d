import { useEffect, useEffectEvent, useId } from 'react';
import { useTranslations } from 'use-intl';

import type { ImportPlan } from '../../../shared/contactImport.ts';
import { useAsk } from '../../data/ask.ts';
import { useKept } from '../../data/useKept.ts';
import { useToast } from '../../toast/useToast.ts';
import { BackToList } from '../BackToList.tsx';
import { ChooseFile } from './ChooseFile.tsx';
import { Import } from './Import.tsx';
import { useUpload } from './useUpload.ts';

interface ImportViewProps {
  /** A file that was dropped somewhere in the view. */
  readonly dropped: File | null;
  readonly onTaken: () => void;
}

/** From a file to contacts. What was begun is still here after a look at something else. */
export function ImportView({ dropped, onTaken }: ImportViewProps) {
  const t = useTranslations('contactImport');
  const id = useId();
  const ask = useAsk();
  const tell = useToast();
  const [plan, setPlan] = useKept<ImportPlan>('import');
  const uploading = useUpload(setPlan);

  async function begin(file: File) {
    if (plan !== undefined) {
      // An import that the core does not know any more stands in nobody's way.
      const state = await ask('import.state', plan.id).catch(() => null);
      if (state?.kind === 'running') {
        tell({ message: t('isRunning') });
        return;
      }
      if (state?.kind === 'planned') await ask('import.cancel', plan.id);
      setPlan(undefined);
    }
    uploading.run(file);
  }
  const beginDropped = useEffectEvent((file: File) => {
    onTaken();
    void begin(file);
  });
  useEffect(() => {
    if (dropped !== null) beginDropped(dropped);
  }, [dropped]);

  return (
    <section className="contact-page import" aria-labelledby={id}>
      <header className="view-header">
        <BackToList />
        <h1 id={id}>{t('title')}</h1>
      </header>
      {plan === undefined ? (
        <ChooseFile uploading={uploading} onFile={(file) => void begin(file)} />
      ) : (
        <Import plan={plan} onPlan={setPlan} onLeave={() => setPlan(undefined)} />
      )}
    </section>
  );
}

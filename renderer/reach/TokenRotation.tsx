import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { Reach } from '../../shared/reach.ts';
import { Dialog } from '../components/Dialog.tsx';
import { useFailureText } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';
import { useWhen } from '../format/useWhen.ts';
import { useToast } from '../toast/useToast.ts';
import { Fold } from './Fold.tsx';

/** A new address when somebody knows the old one who should not; the old one works on for a day, or is ended early. */
export function TokenRotation({ reach }: { readonly reach: Reach }) {
  const t = useTranslations('reach.token');
  const when = useWhen();
  const { oldTokenUntilUs } = reach;
  const [asked, setAsked] = useState<'make' | 'end' | null>(null);
  const old = oldTokenUntilUs === null ? null : t('old', { when: when(oldTokenUntilUs) });
  return (
    <Fold title={t('title')} state={old ?? ''} tone="warn">
      <p>{t('hint')}</p>
      {old !== null && <p className="token-old">{old}</p>}
      <p className="field-row">
        <button type="button" className="button" onClick={() => setAsked('make')}>
          {t('start')}
        </button>
        {old !== null && (
          <button type="button" className="button" onClick={() => setAsked('end')}>
            {t('retire')}
          </button>
        )}
      </p>
      {asked !== null && <Sure deed={asked} reach={reach} onClose={() => setAsked(null)} />}
    </Fold>
  );
}

const deeds = {
  make: { request: 'reach.rotateToken', title: 'sure', hint: 'sureHint', word: 'make', told: 'made' },
  end: { request: 'reach.retireOldToken', title: 'sureRetire', hint: 'sureRetireHint', word: 'end', told: 'ended' },
} as const;

interface SureProps {
  readonly deed: keyof typeof deeds;
  readonly reach: Reach;
  readonly onClose: () => void;
}

/** There is no way back from either. */
function Sure({ deed, reach, onClose }: SureProps) {
  const t = useTranslations('reach.token');
  const ask = useAsk();
  const tell = useToast();
  const failureText = useFailureText();
  const { request, title, hint, word, told } = deeds[deed];
  const { mutate, isPending, error } = useMutation({
    mutationFn: async () => {
      // What is left behind is what the PBX has, whether anybody has said so or not: or nobody would be told to replace it.
      if (deed === 'make' && reach.webhook !== null && reach.changedFrom === null)
        await ask('reach.confirmAddress', undefined);
      await ask(request, undefined);
    },
    onSuccess: () => {
      tell({ message: t(told) });
      onClose();
    },
  });
  return (
    <Dialog title={t(title)} onClose={onClose}>
      <div className="dialog-body">
        <p>{t(hint)}</p>
        {error && (
          <p className="field-refusal" role="alert">
            {failureText(error)}
          </p>
        )}
      </div>
      <footer className="dialog-deeds">
        <button type="button" className="button" onClick={onClose}>
          {t('cancel')}
        </button>
        <button
          type="button"
          className={deed === 'end' ? 'button primary danger' : 'button primary'}
          disabled={isPending}
          onClick={() => mutate()}
        >
          {t(word)}
        </button>
      </footer>
    </Dialog>
  );
}

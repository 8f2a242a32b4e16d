import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { useAsk, type Ask } from '../data/ask.ts';
import { useIsFound } from './search.ts';

/** Opens the customer system for the newest call, so that nobody has to wait for one to see it work. */
export function TryCrm() {
  const t = useTranslations('settings.crm');
  const ask = useAsk();
  const failureText = useFailureText();
  const isFound = useIsFound([t('try'), t('tryHint')]);
  const { mutate, isPending, error, data: hasCall } = useMutation({ mutationFn: () => openForNewest(ask) });
  if (!isFound) return null;
  return (
    <div className="field" data-setting>
      <div className="field-words">
        <h3>{t('try')}</h3>
        <p>{t('tryHint')}</p>
      </div>
      <div className="field-control">
        <button type="button" className="button" disabled={isPending} onClick={() => mutate()}>
          {t('tryStart')}
        </button>
        <output>
          {hasCall === false && t('tryNone')}
          {error && <span className="field-refusal">{failureText(error)}</span>}
        </output>
      </div>
    </div>
  );
}

/** Whether there was a call to open it for. */
async function openForNewest(ask: Ask): Promise<boolean> {
  const [live] = await ask('calls.live', undefined);
  const newest = live ?? (await ask('calls.page', { after: null, limit: 1 })).calls[0];
  if (newest === undefined) return false;
  await ask('calls.openCrm', newest.ref);
  return true;
}

import { useTranslations } from 'use-intl';

import type { Us } from '../../shared/call.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { useFormats } from '../format/useFormats.ts';
import { SelfTest } from '../reach/SelfTest.tsx';
import { navigate } from '../route/useRoute.ts';

/** A ring, real or sent for the test, and whether an event has come. */
export function TryStep({ lastEvent }: { readonly lastEvent: Us | null }) {
  const t = useTranslations('setup');
  const calls = useTranslations('calls');
  const { exactTime } = useFormats();
  return (
    <>
      <p>{t('tryHint')}</p>
      <SelfTest onShowWay={() => navigate({ kind: 'connection' })} />
      <output className="arrival">
        <span className="dot" data-tone={lastEvent === null ? 'quiet' : 'good'} />
        {lastEvent === null ? t('waiting') : t('arrived', { time: exactTime(lastEvent) })}
      </output>
      {import.meta.env.MODE === 'development' && (
        <>
          <p>{t('simulate')}</p>
          <p className="command">
            <code>{calls('command')}</code>
            <CopyButton text={calls('command')} label="command" />
          </p>
        </>
      )}
    </>
  );
}

import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { CopyButton } from '../components/CopyButton.tsx';
import { Failure } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { useFormats } from '../format/useFormats.ts';
import { hrefOf } from '../route/route.ts';
import { IdentitySettings } from '../settings/IdentitySettings.tsx';
import { WebhookAddress } from '../settings/WebhookAddress.tsx';

/** Three steps on one page: nothing to page through, nothing lost by leaving. */
export function SetupView() {
  const t = useTranslations('setup');
  const { data: view, error, refetch } = useReading('settings.get', undefined);
  const { data: status } = useReading('status.get', undefined);
  const isKnown = view !== undefined && view.settings.extensions.length > 0;
  const lastEvent = status?.lastEventAtUs ?? null;
  return (
    <div className="page setup">
      <header className="view-header">
        <h1>{t('title')}</h1>
        <p>{t('intro')}</p>
      </header>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      <ol className="steps">
        <Step number={1} title={t('stepYou')} isDone={isKnown}>
          <p>{t('stepYouHint')}</p>
          {view && <IdentitySettings view={view} />}
        </Step>
        <Step number={2} title={t('stepAddress')} isDone={lastEvent !== null}>
          <WebhookAddress />
        </Step>
        <Step number={3} title={t('stepTry')} isDone={lastEvent !== null}>
          <TryIt lastEvent={lastEvent} />
        </Step>
      </ol>
      <a className="button primary" href={hrefOf({ kind: 'calls' })}>
        {isKnown ? t('finish') : t('skip')}
      </a>
    </div>
  );
}

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly children: ReactNode;
}

function Step({ number, title, isDone, children }: StepProps) {
  const t = useTranslations('setup');
  const formats = useFormats();
  return (
    <li className="step" data-done={isDone}>
      <span className="step-mark">
        {isDone ? <Icon name="check" /> : <span aria-hidden="true">{formats.number(number)}</span>}
      </span>
      <div className="step-body">
        <h2>
          {title}
          {isDone && <span className="unseen"> ({t('done')})</span>}
        </h2>
        {children}
      </div>
    </li>
  );
}

function TryIt({ lastEvent }: { readonly lastEvent: number | null }) {
  const t = useTranslations('setup');
  const { exactTime } = useFormats();
  return (
    <>
      <p>{t('stepTryHint')}</p>
      <p className="command">
        <code>{t('command')}</code>
        <CopyButton text={t('command')} label="command" />
      </p>
      <output className="arrival">
        <span className="dot" data-tone={lastEvent === null ? 'quiet' : 'good'} />
        {lastEvent === null ? t('waiting') : t('arrived', { time: exactTime(lastEvent) })}
      </output>
    </>
  );
}

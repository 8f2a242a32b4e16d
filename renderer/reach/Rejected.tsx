import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import type { RejectedDelivery } from '../../shared/status.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Failure, useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useAsk } from '../data/ask.ts';
import { useReading } from '../data/queries.ts';
import { saveFile } from '../files/saveFile.ts';
import { readableBody } from '../format/body.ts';
import { useFormats } from '../format/useFormats.ts';
import { useToast } from '../toast/useToast.ts';
import { Fold } from './Fold.tsx';

/** Bodies that could not be read as an event, kept so that nothing is lost. */
export function Rejected() {
  const t = useTranslations('reach.rejected');
  const { data: status } = useReading('status.get', undefined);
  const count = status?.rejected ?? 0;
  return (
    <Fold
      title={t('title')}
      state={count === 0 ? t('none') : t('count', { count })}
      tone={count > 0 ? 'warn' : 'quiet'}
    >
      <Deliveries />
      {status && status.wrongToken > 0 && <p className="quiet">{t('wrongToken', { count: status.wrongToken })}</p>}
    </Fold>
  );
}

function Deliveries() {
  const t = useTranslations('reach.rejected');
  const ask = useAsk();
  const failureText = useFailureText();
  const { data: deliveries, error, refetch } = useReading('rejected.list', undefined);
  const save = useMutation({
    mutationFn: () => ask('rejected.export', undefined),
    onSuccess: ({ fileName, text }) => saveFile(fileName, 'application/x-ndjson', [text]),
  });
  if (error) return <Failure error={error} onRetry={() => void refetch()} />;
  if (deliveries === undefined) return null;
  if (deliveries.length === 0) return <p>{t('allRead')}</p>;
  return (
    <>
      <p>{t('hint')}</p>
      <div>
        {deliveries.map((delivery) => (
          <Delivery key={delivery.id} delivery={delivery} />
        ))}
      </div>
      <p className="field-row">
        <button type="button" className="button" disabled={save.isPending} onClick={() => save.mutate()}>
          <Icon name="export" />
          {t('export')}
        </button>
        {save.error && (
          <span className="field-refusal" role="alert">
            {failureText(save.error)}
          </span>
        )}
      </p>
    </>
  );
}

function Delivery({ delivery }: { readonly delivery: RejectedDelivery }) {
  const t = useTranslations('reach.rejected');
  const { moment } = useFormats();
  const ask = useAsk();
  const tell = useToast();
  const failureText = useFailureText();
  const retry = useMutation({
    mutationFn: () => ask('rejected.retry', delivery.id),
    onSuccess: ({ kind, reason }) => tell({ message: t(`retried.${kind}`, { reason: reason ?? '' }) }),
    onError: (error) => tell({ message: failureText(error) }),
  });
  return (
    <details className="event">
      <summary>
        <Icon name="chevron" />
        <span className="event-reason">{delivery.reason}</span>
        <span className="event-time">
          {t('bytes', { count: delivery.size })} · {moment(delivery.receivedAtUs)}
        </span>
      </summary>
      <pre dir="ltr">{readableBody(delivery.body)}</pre>
      <p className="field-row">
        <CopyButton text={delivery.body} label="body" />
        <button type="button" className="button" disabled={retry.isPending} onClick={() => retry.mutate()}>
          {t('retry')}
        </button>
      </p>
    </details>
  );
}

import { useTranslations } from 'use-intl';

import type { RejectedDelivery } from '../../shared/status.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Failure } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { readableBody } from '../format/body.ts';
import { useFormats } from '../format/useFormats.ts';

/** Bodies that could not be read as an event, kept so that nothing is lost. */
export function RejectedDeliveries() {
  const t = useTranslations('settings');
  const { data: status } = useReading('status.get', undefined);
  const { data: deliveries, error, refetch } = useReading('rejected.list', undefined);
  return (
    <div className="rejected">
      <h3>
        {t('rejected')}{' '}
        {status && status.rejected > 0 && (
          <span className="quiet">{t('rejectedCount', { count: status.rejected })}</span>
        )}
      </h3>
      <p className="quiet">{deliveries?.length === 0 ? t('rejectedNone') : t('rejectedHint')}</p>
      {error && <Failure error={error} onRetry={() => void refetch()} />}
      {deliveries?.map((delivery) => (
        <Delivery key={delivery.id} delivery={delivery} />
      ))}
      {status && status.wrongToken > 0 && <p className="quiet">{t('wrongToken', { count: status.wrongToken })}</p>}
    </div>
  );
}

function Delivery({ delivery }: { readonly delivery: RejectedDelivery }) {
  const t = useTranslations('settings');
  const { moment } = useFormats();
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
      <CopyButton text={delivery.body} label="body" />
    </details>
  );
}

import { useTranslations } from 'use-intl';

import type { RawEvent } from '../../shared/call.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Icon } from '../components/Icon.tsx';
import { readableBody } from '../format/body.ts';
import { useFormats } from '../format/useFormats.ts';

/** The events as the PBX sent them, folded away: for the curious and for support. */
export function RawEvents({ events }: { readonly events: readonly RawEvent[] }) {
  const t = useTranslations('call');
  const { exactTime } = useFormats();
  return (
    <section className="call-part">
      <h2>
        {t('events')} <span className="quiet">{t('eventCount', { count: events.length })}</span>
      </h2>
      {events.map((event) => (
        <details key={event.id} className="event">
          <summary>
            <Icon name="chevron" />
            <span className="code">{event.action}</span>
            {event.repaired && (
              <span className="badge" title={t('repairedHint')}>
                {t('repaired')}
              </span>
            )}
            <span className="event-time">{exactTime(event.sentAtUs ?? event.receivedAtUs)}</span>
          </summary>
          <pre dir="ltr">{readableBody(event.body)}</pre>
          <CopyButton text={event.body} label="body" />
        </details>
      ))}
    </section>
  );
}

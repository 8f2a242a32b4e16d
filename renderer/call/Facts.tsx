import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import type { CallDetail } from '../../shared/call.ts';
import { countryName } from '../format/country.ts';
import { useFormats } from '../format/useFormats.ts';

/** Times to the second and everything else that is known; what is not known takes no room. */
export function Facts({ detail: { call, refs, recordingUrl } }: { readonly detail: CallDetail }) {
  const t = useTranslations('call');
  const words = useTranslations('direction');
  const language = useLocale();
  const { exactTime, number } = useFormats();
  const country = call.party.country === null ? null : countryName(call.party.country, language);
  const direction = call.internal ? `${words(call.direction)}, ${words('internal')}` : words(call.direction);
  return (
    <>
      <section className="call-part">
        <h2>{t('times')}</h2>
        <dl className="facts times">
          <Fact name={t('started')}>{exactTime(call.startedAtUs)}</Fact>
          <Fact name={t('rangAt')}>{call.rangAtUs !== null && exactTime(call.rangAtUs)}</Fact>
          <Fact name={t('answered')}>{call.answeredAtUs !== null && exactTime(call.answeredAtUs)}</Fact>
          <Fact name={t('ended')}>{call.endedAtUs !== null && exactTime(call.endedAtUs)}</Fact>
        </dl>
      </section>
      <section className="call-part">
        <h2>{t('facts')}</h2>
        <dl className="facts">
          <Fact name={t('direction')}>{direction}</Fact>
          <Fact name={t('called')}>
            {call.called !== null && <bdi dir="ltr">{call.calledDisplay ?? call.called}</bdi>}
          </Fact>
          <Fact name={t('extension')}>{call.extension}</Fact>
          <Fact name={t('answeredBy')}>{call.answeredBy}</Fact>
          <Fact name={t('country')}>{country}</Fact>
          <Fact name={t('offers')}>{call.offers > 1 && number(call.offers)}</Fact>
          <Fact name={t('cause')}>{call.cause !== null && <Code text={call.cause} />}</Fact>
          <Fact name={t('failedReason')}>{call.failedReason !== null && <Code text={call.failedReason} />}</Fact>
          <Fact name={t('recording')}>
            {call.recording !== null && <Recording name={call.recording} url={recordingUrl} />}
          </Fact>
          <Fact name={t('clickToCall')}>
            {call.clickToCall &&
              (call.clickToCallData === null ? t('clickToCallPlain') : <Code text={call.clickToCallData} />)}
          </Fact>
          <Fact name={t('ref')}>
            <Code text={call.ref} />
          </Fact>
          <Fact name={t('joined')}>{refs.length > 1 && <Joined refs={refs} />}</Fact>
        </dl>
      </section>
    </>
  );
}

function Fact({ name, children }: { readonly name: string; readonly children: ReactNode }) {
  if (children === null || children === false) return null;
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** What the PBX calls it, and the way to it where the settings say one. */
function Recording({ name, url }: { readonly name: string; readonly url: string | null }) {
  if (url === null) return <Code text={name} />;
  return (
    <a href={url} target="_blank" rel="noreferrer">
      <Code text={name} />
    </a>
  );
}

function Joined({ refs }: { readonly refs: readonly string[] }) {
  const t = useTranslations('call');
  return (
    <>
      {t('joinedOffers', { count: refs.length })}
      <ul>
        {refs.map((ref) => (
          <li key={ref}>
            <Code text={ref} />
          </li>
        ))}
      </ul>
    </>
  );
}

function Code({ text }: { readonly text: string }) {
  return (
    <bdi className="code" dir="ltr">
      {text}
    </bdi>
  );
}

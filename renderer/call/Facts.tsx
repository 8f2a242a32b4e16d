import type { ReactNode } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { countryName } from '../format/country.ts';
import { useFormats } from '../format/useFormats.ts';

interface FactsProps {
  readonly call: CallRow;
  /** Of all the calls that were joined into this one. */
  readonly refs: readonly string[];
}

/** Times to the second and everything else that is known; what is not known takes no room. */
export function Facts({ call, refs }: FactsProps) {
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
          <Fact name={t('recording')}>{call.recording !== null && <Code text={call.recording} />}</Fact>
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

import { useTranslations } from 'use-intl';

import { Line } from './Line.tsx';
import type { WayFieldsProps } from './WayFields.tsx';
import { WayToken } from './WayToken.tsx';
import { numberText, wholeNumber } from './wholeNumber.ts';

/** From this share of the month's requests on the counter warns. */
const nearShare = 0.8;

/** An account at ngrok, and how much of its month is used up. */
export function NgrokFields(props: WayFieldsProps) {
  const { draft, reach, hold, onChange } = props;
  const t = useTranslations('reach.way');
  const { ngrok } = draft;
  const put = (part: Partial<typeof ngrok>) => onChange({ ...draft, ngrok: { ...ngrok, ...part } });
  const used = reach.requestsThisMonth;
  return (
    <>
      {hold === undefined && <WayToken {...props} />}
      <Line
        label={t('domain')}
        hint={t('domainHint')}
        placeholder={t('example.domain')}
        value={ngrok.domain}
        onType={(domain) => put({ domain })}
      />
      <Line
        label={t('limit')}
        hint={t('limitHint')}
        inputMode="numeric"
        value={numberText(ngrok.monthlyLimit)}
        onType={(text) => put({ monthlyLimit: wholeNumber(text) })}
      />
      {used !== null && ngrok.monthlyLimit > 0 && (
        <div className="usage" data-near={used >= nearShare * ngrok.monthlyLimit}>
          <meter
            min={0}
            max={ngrok.monthlyLimit}
            high={nearShare * ngrok.monthlyLimit}
            value={Math.min(used, ngrok.monthlyLimit)}
            aria-label={t('used', { used, limit: ngrok.monthlyLimit })}
          />
          <p>{t('used', { used, limit: ngrok.monthlyLimit })}</p>
          {used >= nearShare * ngrok.monthlyLimit && <p className="usage-near">{t('nearLimit')}</p>}
        </div>
      )}
    </>
  );
}

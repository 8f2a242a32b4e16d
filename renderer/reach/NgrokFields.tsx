import { useTranslations } from 'use-intl';

import { Line } from './Line.tsx';
import { TokenLine } from './TokenLine.tsx';
import type { WayFieldsProps } from './WayFields.tsx';
import { numberText, wholeNumber } from './wholeNumber.ts';

/** From this share of the month's requests on the counter warns. */
const nearShare = 0.8;

/** An account at ngrok, and how much of its month is used up. */
export function NgrokFields({ draft, reach, onChange, token, onToken }: WayFieldsProps) {
  const t = useTranslations('reach.way');
  const { ngrok } = draft;
  const put = (part: Partial<typeof ngrok>) => onChange({ ...draft, ngrok: { ...ngrok, ...part } });
  const used = reach.requestsThisMonth;
  return (
    <>
      <TokenLine name="ngrok-token" hint={t('ngrokTokenHint')} reach={reach} value={token} onType={onToken} />
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

import { useId } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { Line } from './Line.tsx';
import type { WayFieldsProps } from './WayFields.tsx';
import { WayToken } from './WayToken.tsx';

const modes = ['named', 'quick'] as const;

/** A tunnel with a domain for good, or one for trying out. */
export function CloudflaredFields(props: WayFieldsProps) {
  const { draft, hold, onChange } = props;
  const t = useTranslations('reach.way');
  const id = useId();
  const { cloudflared } = draft;
  const put = (part: Partial<typeof cloudflared>) => onChange({ ...draft, cloudflared: { ...cloudflared, ...part } });
  return (
    <>
      <div className="way-line" role="radiogroup" aria-labelledby={`${id}-modes`}>
        <span id={`${id}-modes`}>{t('modes')}</span>
        <div>
          <div className="choices">
            {modes.map((mode) => (
              <label key={mode}>
                <input type="radio" name={id} checked={cloudflared.mode === mode} onChange={() => put({ mode })} />
                <span>{t(`mode.${mode}`)}</span>
              </label>
            ))}
          </div>
          {cloudflared.mode === 'quick' && <p className="quiet">{t('quickHint')}</p>}
        </div>
      </div>
      {cloudflared.mode === 'named' && (
        <>
          <Line
            label={t('url')}
            inputMode="url"
            placeholder={t('example.url')}
            value={cloudflared.url}
            onType={(url) => put({ url })}
          />
          {hold === undefined && <WayToken {...props} />}
        </>
      )}
      <details className="event" open={cloudflared.program !== '' || undefined}>
        <summary>
          <Icon name="chevron" />
          {t('advanced')}
        </summary>
        <Line
          label={t('program')}
          hint={t('programHint')}
          placeholder={t('example.program')}
          value={cloudflared.program}
          onType={(program) => put({ program })}
        />
      </details>
    </>
  );
}

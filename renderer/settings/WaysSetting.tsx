import { useId } from 'react';
import { useTranslations } from 'use-intl';

import { callKinds } from '../../shared/pop.ts';
import type { Hold, Settings } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { useSettingChange } from './useSettingChange.ts';

const ways = ['card', 'notification', 'sound'] as const;

interface WaysSettingProps {
  readonly value: Settings['ways'];
  readonly hold: Hold | undefined;
}

/** Card, notification and sound for each kind of call. */
export function WaysSetting({ value, hold }: WaysSettingProps) {
  const t = useTranslations('settings');
  const id = useId();
  const failureText = useFailureText();
  const { mutate, error, pending } = useSettingChange();
  const wanted = pending.ways ?? value;
  return (
    <FieldGroup
      name="ways"
      className="ways"
      label={t('ways.title')}
      hint={t('ways.hint')}
      words={[...ways, ...callKinds].map((word) => t(`ways.${word}`))}
      hold={hold}
      refusal={error && failureText(error)}
    >
      {(labelId) => (
        <table aria-labelledby={labelId}>
          <thead>
            <tr>
              <th scope="col">
                <span className="unseen">{t('ways.kind')}</span>
              </th>
              {ways.map((way) => (
                <th key={way} scope="col" id={`${id}-${way}`}>
                  {t(`ways.${way}`)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {callKinds.map((kind) => (
              <tr key={kind}>
                <th scope="row" id={`${id}-${kind}`}>
                  {t(`ways.${kind}`)}
                </th>
                {ways.map((way) => (
                  <td key={way}>
                    <label>
                      <input
                        type="checkbox"
                        aria-labelledby={`${id}-${kind} ${id}-${way}`}
                        checked={wanted[kind][way]}
                        onChange={(event) =>
                          mutate({ ways: { ...wanted, [kind]: { ...wanted[kind], [way]: event.target.checked } } })
                        }
                      />
                    </label>
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </FieldGroup>
  );
}

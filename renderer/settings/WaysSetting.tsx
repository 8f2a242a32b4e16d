import { useId } from 'react';
import { useTranslations } from 'use-intl';

import { callKinds } from '../../shared/pop.ts';
import type { Settings } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { useChange } from './useChange.ts';

const ways = ['card', 'notification', 'sound'] as const;

interface WaysSettingProps {
  readonly value: Settings['ways'];
  readonly isFixed: boolean;
}

/** Card, notification and sound for each kind of call. */
export function WaysSetting({ value, isFixed }: WaysSettingProps) {
  const t = useTranslations('settings');
  const id = useId();
  const failureText = useFailureText();
  const { mutate, error, pending } = useChange();
  const wanted = pending.ways ?? value;
  return (
    <fieldset className="ways" disabled={isFixed} aria-labelledby={`${id}-label`} aria-describedby={`${id}-hint`}>
      <div className="field-words">
        <h3 id={`${id}-label`}>{t('ways.title')}</h3>
        <p id={`${id}-hint`}>
          {t('ways.hint')}
          {isFixed && <em className="field-fixed"> {t('fixed')}</em>}
        </p>
      </div>
      <table aria-labelledby={`${id}-label`}>
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
      {error && (
        <p className="field-refusal" role="alert">
          {failureText(error)}
        </p>
      )}
    </fieldset>
  );
}

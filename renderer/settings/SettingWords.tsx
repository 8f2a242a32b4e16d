import type { ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { Hold } from '../../shared/settings.ts';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { isSame, valuesOf, type SettingName } from './settingNames.ts';
import { useSettingChange } from './useSettingChange.ts';

interface SettingWordsProps {
  readonly name: SettingName;
  /** The name, as the heading or the label that it is. */
  readonly children: ReactNode;
  readonly label: string;
  readonly hint: string;
  readonly hintId: string;
  readonly hold: Hold | undefined;
}

/** What stands beside a control: its name, whether it was changed, the way back to the default, and its sentence. */
export function SettingWords({ name, children, label, hint, hintId, hold }: SettingWordsProps) {
  const t = useTranslations('settings');
  return (
    <>
      <div className="setting-name">
        {children}
        {hold === undefined && <Changed name={name} label={label} />}
      </div>
      <p id={hintId}>
        {hint}
        {hold !== undefined && <em className="field-fixed"> {t(`held.${hold}`)}</em>}
      </p>
    </>
  );
}

/** Whoever I am has no default, and neither has a moment that will have passed. */
const withoutDefault: ReadonlySet<SettingName> = new Set(['extensions', 'doNotDisturbUntilUs']);

function Changed({ name, label }: { readonly name: SettingName; readonly label: string }) {
  const t = useTranslations('settings.change');
  const { data: view } = useReading('settings.get', undefined);
  const { mutate } = useSettingChange();
  if (view === undefined || withoutDefault.has(name) || isSame(name, view.settings, view.defaults)) return null;
  return (
    <span className="setting-changed">
      <span className="badge">{t('isChanged')}</span>
      <button
        type="button"
        className="button bare"
        aria-label={t('resetOf', { setting: label })}
        title={t('reset')}
        onClick={() => mutate(valuesOf(view.defaults, [name]))}
      >
        <Icon name="undo" />
      </button>
    </span>
  );
}

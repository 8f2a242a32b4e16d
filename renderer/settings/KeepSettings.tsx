import { useTranslations } from 'use-intl';

import { endings } from '../../shared/call.ts';
import type { Hold, Settings, SettingsView } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { FieldGroup } from './FieldGroup.tsx';
import { Findable } from './Findable.tsx';
import { KeepDaysOf } from './KeepDaysOf.tsx';
import { KeepLimit } from './KeepLimit.tsx';
import { KeepWarning } from './KeepWarning.tsx';
import { useKeepChange } from './useKeepChange.ts';

/** How long calls are kept, and exceptions to that. Nothing is deleted before somebody has agreed to it. */
export function KeepSettings({ view }: { readonly view: SettingsView }) {
  const { settings, held } = view;
  return (
    <>
      <KeepDays settings={settings} hold={held.keepDays} />
      <KeepDaysOf settings={settings} hold={held.keepDaysOf} />
      <Backups />
    </>
  );
}

interface KeepProps {
  readonly settings: Settings;
  readonly hold: Hold | undefined;
}

function KeepDays({ settings, hold }: KeepProps) {
  const t = useTranslations('settings.keep');
  const failureText = useFailureText();
  const { change, asked, error } = useKeepChange();
  return (
    <FieldGroup
      name="keepDays"
      label={t('days')}
      hint={t('daysHint')}
      words={[t('forEver'), t('limited')]}
      hold={hold}
      refusal={error && failureText(error)}
    >
      {(labelId) => (
        <>
          <div className="field-control">
            <KeepLimit
              labelledBy={labelId}
              daysLabel={t('days')}
              value={settings.keepDays}
              onChange={(days) =>
                change({
                  patch: { keepDays: days ?? null },
                  before: settings.keepDays,
                  after: days ?? null,
                  outcomes: endings.filter((outcome) => settings.keepDaysOf[outcome] === undefined),
                })
              }
            />
          </div>
          {asked && <KeepWarning asked={asked} />}
        </>
      )}
    </FieldGroup>
  );
}

/** Nothing to set: where copies of deleted calls may still be. */
function Backups() {
  const t = useTranslations('settings.keep');
  return (
    <Findable words={[t('backups'), t('backupsHint')]}>
      <div className="field-words">
        <h3>{t('backups')}</h3>
        <p>{t('backupsHint')}</p>
      </div>
    </Findable>
  );
}

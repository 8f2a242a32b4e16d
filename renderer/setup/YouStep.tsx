import { useTranslations } from 'use-intl';

import type { Suggestion } from '../../shared/reach.ts';
import type { SettingsView } from '../../shared/settings.ts';
import { Icon } from '../components/Icon.tsx';
import { useReading } from '../data/queries.ts';
import { IdentitySettings } from '../settings/IdentitySettings.tsx';
import { useSettingChange } from '../settings/useSettingChange.ts';

/** Suggestions in sight: more would be a guess. */
const most = 3;

/** Who I am on the PBX: typed, or taken from what the first events say. */
export function YouStep({ view }: { readonly view: SettingsView }) {
  const t = useTranslations('setup');
  const { extensions } = view.settings;
  const { data: suggestions } = useReading('setup.suggestions', undefined, { isWanted: extensions.length === 0 });
  const { mutate } = useSettingChange();
  const shown = extensions.length === 0 ? (suggestions ?? []).slice(0, most) : [];

  /** The domain is left open when somebody has named one already. */
  function take({ extension, domain }: Suggestion) {
    mutate({
      extensions: [extension],
      ...(view.settings.domain === null && view.held.domain === undefined && domain !== null && { domain }),
    });
  }

  return (
    <>
      <p>{t('youHint')}</p>
      {shown.length > 0 && (
        <div className="suggestions" aria-live="polite">
          <p>{t('looksLike')}</p>
          <ul>
            {shown.map((suggestion) => (
              <li key={`${suggestion.extension} ${suggestion.domain ?? ''}`}>
                <button type="button" className="button" onClick={() => take(suggestion)}>
                  <Icon name="contacts" />
                  {suggestion.domain === null
                    ? t('itsMe', { extension: suggestion.extension })
                    : t('itsMeAt', { extension: suggestion.extension, domain: suggestion.domain })}
                </button>
                <span className="quiet">{t('events', { count: suggestion.events })}</span>
              </li>
            ))}
          </ul>
        </div>
      )}
      <IdentitySettings view={view} />
    </>
  );
}

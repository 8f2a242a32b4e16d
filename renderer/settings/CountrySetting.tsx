import { useMemo } from 'react';
import { useLocale, useTranslations } from 'use-intl';

import { countries } from '../../shared/countries.ts';
import type { Hold } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { countryName } from '../format/country.ts';
import { Field } from './Field.tsx';
import { useSettingChange } from './useSettingChange.ts';

interface CountrySettingProps {
  readonly value: string;
  readonly hold: Hold | undefined;
}

/** Whose numbers come without a country prefix. */
export function CountrySetting({ value, hold }: CountrySettingProps) {
  const t = useTranslations('settings');
  const locale = useLocale();
  const { mutate, error, pending } = useSettingChange();
  const failureText = useFailureText();
  const named = useMemo(() => namedIn(locale), [locale]);
  const chosen = pending.country ?? value;
  return (
    <Field
      name="country"
      label={t('country')}
      hint={t('countryHint')}
      words={[countryName(chosen, locale) ?? '']}
      hold={hold}
      refusal={error && failureText(error)}
    >
      {(ties) => (
        <select
          {...ties}
          value={chosen}
          disabled={hold !== undefined}
          onChange={(event) => mutate({ country: event.target.value })}
        >
          <option value="">{t('noCountry')}</option>
          {named.map(({ code, name }) => (
            <option key={code} value={code}>
              {name}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

/** Every country with its name in a language, in the order of its alphabet. */
function namedIn(locale: string): readonly { readonly code: string; readonly name: string }[] {
  const { compare } = new Intl.Collator(locale);
  return countries
    .map((code) => ({ code, name: countryName(code, locale) ?? code }))
    .sort((one, other) => compare(one.name, other.name));
}

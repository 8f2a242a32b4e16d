import { useTranslations } from 'use-intl';

import type { Hold } from '../../shared/settings.ts';
import { TextSetting } from './TextSetting.tsx';

interface NumberSettingProps {
  readonly name: 'ringSilenceSeconds' | 'talkSilenceMinutes';
  readonly label: string;
  readonly hint: string;
  /** What the number counts, in words. */
  readonly unit: string;
  readonly min: number;
  readonly max: number;
  readonly value: number;
  readonly hold: Hold | undefined;
}

/** A setting that is a whole number within bounds. */
export function NumberSetting({ name, min, max, value, ...words }: NumberSettingProps) {
  const t = useTranslations('settings');

  function patchOf(text: string) {
    const number = /^\s*\d+\s*$/.test(text) ? Number(text) : Number.NaN;
    return number >= min && number <= max ? { [name]: number } : t('outOfRange', { min, max });
  }

  return <TextSetting name={name} {...words} inputMode="numeric" value={String(value)} patchOf={patchOf} />;
}

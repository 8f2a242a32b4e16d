import { useQueryClient } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import type { Settings } from '../../shared/settings.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';
import { useToast } from '../toast/useToast.ts';
import { namesIn, valuesOf } from './settingNames.ts';
import { useChange } from './useChange.ts';
import { useSettingName } from './useSettingName.ts';

/** Changes settings as `useChange` does, says so, and offers to take it back. */
export function useSettingChange() {
  const ask = useAsk();
  const client = useQueryClient();
  const tell = useToast();
  const t = useTranslations('settings.change');
  const nameOf = useSettingName();

  function told(patch: Partial<Settings>, before: Settings) {
    const names = namesIn(patch);
    const [first] = names;
    const single = names.length === 1 && first !== undefined ? nameOf(first) : null;
    tell({
      message: single === null ? t('several', { count: names.length }) : t('one', { setting: single }),
      async undo() {
        const view = await ask('settings.change', valuesOf(before, names));
        client.setQueryData(keyOf('settings.get', undefined), view);
        tell({
          message: single === null ? t('severalUndone', { count: names.length }) : t('undone', { setting: single }),
        });
      },
    });
  }

  return useChange(told);
}

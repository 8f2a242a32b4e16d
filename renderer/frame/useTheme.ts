import { useEffect } from 'react';

import { useReading } from '../data/queries.ts';
import { putInForce } from './rememberedTheme.ts';

/** Follows the theme of the settings. */
export function useTheme(): void {
  const { data } = useReading('settings.get', undefined);
  const theme = data?.settings.theme;
  useEffect(() => {
    if (theme !== undefined) putInForce(theme);
  }, [theme]);
}

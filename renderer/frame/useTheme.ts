import { useEffect } from 'react';

import { useReading } from '../data/queries.ts';

/** Hands the theme to the style sheet, which does the rest by `color-scheme`. */
export function useTheme(): void {
  const { data } = useReading('settings.get', undefined);
  const theme = data?.settings.theme ?? 'system';
  useEffect(() => {
    document.documentElement.dataset['theme'] = theme;
  }, [theme]);
}

import type { Settings } from '../../shared/settings.ts';

const key = 'theme';

/** Hands the theme to the style sheet, which does the rest by `color-scheme`, and remembers it for the next start. */
export function putInForce(theme: Settings['theme']): void {
  document.documentElement.dataset['theme'] = theme;
  try {
    localStorage.setItem(key, theme);
  } catch {
    // A browser that keeps nothing for this page shows the system's theme until the settings are read.
  }
}

/** The theme of the last time, so that the page does not flash in another until the settings are read. */
export function putRememberedInForce(): void {
  try {
    const theme = localStorage.getItem(key);
    if (theme !== null) document.documentElement.dataset['theme'] = theme;
  } catch {
    // As above.
  }
}

import { nativeTheme } from 'electron';

import type { Settings } from '../../shared/settings.ts';

/** What the pages have at the back (`--back`, `--raised`), for the moment before they have painted. */
const light = { window: '#f3f4f6', card: '#ffffff' } as const;
const dark = { window: '#111316', card: '#24252b' } as const;

export function background(): { readonly window: string; readonly card: string } {
  return nativeTheme.shouldUseDarkColors ? dark : light;
}

/** Gives the windows' frames, the menus and the pages the theme that the user has chosen. */
export function applyTheme(theme: Settings['theme']): void {
  nativeTheme.themeSource = theme;
}

import { nativeTheme } from 'electron';

import type { Result } from '../../shared/contract.ts';
import type { Core } from './coreSupervisor.ts';

/** Gives the window's frame, the menus and the page the theme that the user has chosen. */
export async function applyTheme(core: Core): Promise<void> {
  const reply = await core.request('settings.get', undefined);
  if (reply.ok) nativeTheme.themeSource = (reply.value as Result<'settings.get'>).settings.theme;
}

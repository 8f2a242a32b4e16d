import { screen } from 'electron';

import type { WorkAreas } from './bounds.ts';

/** The screens that are connected now. */
export function workAreas(): WorkAreas {
  const primary = screen.getPrimaryDisplay();
  const others = screen.getAllDisplays().filter(({ id }) => id !== primary.id);
  return [primary.workArea, ...others.map(({ workArea }) => workArea)];
}

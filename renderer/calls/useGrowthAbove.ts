import { useState } from 'react';

import type { Item } from './items.ts';

/**
 * Whether the lines of this render came in above the ones before them, so that the list has to keep what is on the screen
 * where it is. At the very top it moves instead: there the user wants to see the new calls.
 */
export function useGrowthAbove(items: readonly Item[], isAtTop: boolean): boolean {
  const [shown, setShown] = useState({ items, grewAbove: false });
  if (shown.items === items) return shown.grewAbove;
  const grewAbove = !isAtTop && items.length !== shown.items.length && items.at(-1)?.key === shown.items.at(-1)?.key;
  setShown({ items, grewAbove });
  return grewAbove;
}

import type { ReactNode } from 'react';

import { useIsFound } from './search.ts';

interface FindableProps {
  readonly words: readonly string[];
  readonly children: ReactNode;
}

/** Something among the settings that is no setting itself, and is found by its words like one. */
export function Findable({ words, children }: FindableProps) {
  return useIsFound(words) ? <div data-setting>{children}</div> : null;
}

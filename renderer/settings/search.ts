import { createContext, use } from 'react';

import { folded } from './folded.ts';

export interface SettingSearch {
  /** What is looked for; empty shows every setting. */
  readonly query: string;
  /** The title of the section around: whoever looks for it sees all that is in it. */
  readonly section: string;
}

export const SettingSearchContext = createContext<SettingSearch>({ query: '', section: '' });

/** Whether a setting with these words has all that is looked for, in whatever order. */
export function useIsFound(words: readonly string[]): boolean {
  const { query, section } = use(SettingSearchContext);
  const wanted = folded(query).split(/\s+/);
  const there = folded([section, ...words].join(' '));
  return wanted.every((word) => there.includes(word));
}

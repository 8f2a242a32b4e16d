import { foldText } from './fold.ts';

/**
 * Text as the search indexes hold it: folded, and two blanks behind it, so that even its last character begins three of
 * them. Only so a word of one or two characters is found at the end of a text.
 */
export function searchText(...texts: readonly (string | null)[]): string {
  return `${foldText(texts.filter((text) => text !== null).join(' '))}  `;
}

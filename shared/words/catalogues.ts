import { el } from './el.ts';
import { en } from './en.ts';
import type { Language } from './language.ts';
import type { Words } from './words.ts';

/** Every language at once, for where no page has to be light. */
export const catalogues: Readonly<Record<Language, Words>> = { en, el };

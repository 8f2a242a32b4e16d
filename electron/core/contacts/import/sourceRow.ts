import type { ContactDraft } from '../../../../shared/contact.ts';
import type { RowFault } from '../../../../shared/contactImport.ts';

/** What a file says of one contact, before anything is understood of it. `line`: where it begins, from 1. */
export type SourceRow = { readonly line: number } & (
  | { readonly kind: 'draft'; readonly draft: ContactDraft }
  | BadSource
);
export interface BadSource {
  readonly kind: 'bad';
  readonly text: string;
  readonly reason: RowFault;
}

/** Enough of it to be recognised. */
export function badSource(text: string, reason: RowFault): BadSource {
  return { kind: 'bad', text: text.slice(0, 200), reason };
}

import type { CallFilter } from './callFilter.ts';

/** What to write into a file, and how. */
export type ExportOrder =
  | {
      readonly kind: 'calls';
      readonly which: { readonly kind: 'filtered'; readonly filter: CallFilter } | ChosenCalls;
      readonly format: 'csv' | 'json';
      /** CSV alone: an apostrophe before what a spreadsheet would run as a formula. */
      readonly forSpreadsheets: boolean;
      /** CSV alone: begins with a byte order mark, by which Excel knows UTF-8. */
      readonly byteOrderMark: boolean;
    }
  | {
      readonly kind: 'contacts';
      /** Null for all of them. */
      readonly ids: readonly number[] | null;
      readonly format: 'csv' | 'vcard';
    };

interface ChosenCalls {
  readonly kind: 'chosen';
  readonly refs: readonly string[];
}

/** A piece of the file. */
export interface ExportPart {
  readonly text: string;
  /** Rows written so far. */
  readonly rows: number;
  /** How far it is: 0 to 1. */
  readonly share: number;
  readonly isLast: boolean;
}

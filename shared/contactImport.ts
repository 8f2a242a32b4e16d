import type { Contact, ContactDraft, NumberFault } from './contact.ts';
import type { Reason } from './refusal.ts';

/** What a column of a CSV file holds. */
export const columnMeanings = [
  'ignored',
  'name',
  'first-name',
  'middle-name',
  'last-name',
  'company',
  'email',
  'note',
  'number',
] as const;
export type ColumnMeaning = (typeof columnMeanings)[number];

export interface ImportColumn {
  /** As the file names it; numbered where it names none. */
  readonly title: string;
  readonly meaning: ColumnMeaning;
  /** The first values in it that are not empty, three at most. */
  readonly samples: readonly string[];
}

/** How a file was read, and what would become of its rows. */
export interface ImportPlan {
  readonly id: string;
  readonly fileName: string;
  readonly format: 'vcard' | 'csv';
  /** Such as `utf-8` or `windows-1253`; told by the bytes, or as chosen. */
  readonly encoding: string;
  /** Null for vCards. */
  readonly separator: ',' | ';' | '\t' | '|' | null;
  /** Empty for vCards. */
  readonly columns: readonly ImportColumn[];
  readonly counts: Readonly<Record<RowKind, number>>;
}

/** `merge`: what the file knows more goes into the contact that is there; nothing of it is overwritten. */
export type ImportDeed = 'add' | 'merge' | 'skip';

/** What becomes of a row; `bad` is none. */
export type RowKind = ImportDeed | 'bad';

/** One contact of the file. */
export type ImportRow = {
  /** Counted from 0; `line` is where it begins in the file, from 1. */
  readonly index: number;
  readonly line: number;
} & (
  | {
      readonly kind: 'good';
      readonly draft: ContactDraft;
      /** What becomes of it, and what else may. */
      readonly deed: ImportDeed;
      readonly possible: readonly ImportDeed[];
      /** The contact it would be merged into. */
      readonly known: Contact | null;
      /** Why it is skipped unless somebody says otherwise; also numbers left out because they can be none. */
      readonly remark: ImportRemark | null;
    }
  | { readonly kind: 'bad'; readonly text: string; readonly reason: RowFault }
);

/** Why a row cannot be imported; `words/en.ts` has a sentence for each. */
export type RowFault =
  /** A card without an end. */
  | 'unfinished-card'
  /** Text between the cards. */
  | 'no-card'
  /** Neither a name nor a company, number or e-mail. */
  | 'nothing-in-it'
  /** Only numbers, of which none can be one. */
  | 'no-number'
  /** A quotation mark opens a value and is never closed. */
  | 'open-quote';

export type ImportRemark =
  /** All of it is known already. */
  | { readonly kind: 'nothing-new' }
  /** The same stands further up in the file. */
  | { readonly kind: 'repeated'; readonly line: number }
  | { readonly kind: 'bad-numbers'; readonly numbers: readonly string[]; readonly why: NumberFault }
  /** Its numbers belong to several contacts: merged into the first of them. */
  | { readonly kind: 'several'; readonly names: readonly string[] };

export type ImportState =
  | { readonly kind: 'planned' }
  | { readonly kind: 'running'; readonly done: number; readonly total: number }
  | {
      readonly kind: 'done';
      readonly added: number;
      readonly merged: number;
      readonly skipped: number;
      readonly bad: number;
      /** Takes the whole import back. */
      readonly undo: string;
    }
  /** Nothing of it was kept. */
  | { readonly kind: 'cancelled' }
  | { readonly kind: 'failed'; readonly reason: Reason };

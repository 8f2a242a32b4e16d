import type { CallRow, Us } from './call.ts';

/** A telephone number of a contact. */
export interface ContactNumber {
  /** E.164, or the bare extension: by this a call is known to be theirs. A number belongs to one contact. */
  readonly key: string;
  /** Written for people ("+357 99 123456"). */
  readonly display: string;
  /** What kind of phone it is, in the user's words; null when nobody said. */
  readonly label: string | null;
}

export interface Contact {
  readonly id: number;
  /** Never empty: a contact without a name goes by its company or its first number. */
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
  readonly note: string | null;
  readonly numbers: readonly ContactNumber[];
  readonly changedAtUs: Us;
}

/** A contact as somebody writes it; numbers in any notation, read with the default country of the settings. */
export interface ContactDraft {
  readonly name: string;
  readonly company: string | null;
  readonly email: string | null;
  readonly note: string | null;
  readonly numbers: readonly { readonly number: string; readonly label: string | null }[];
}

/** Why something can be no telephone number. */
export type NumberFault =
  /** It is written as within a country, and the settings name none. */
  | 'no-country'
  /** A spreadsheet threw digits away: `3.5799E+10`. */
  | 'rounded'
  /** Too long, too short, or no number at all. */
  | 'impossible';

/** What became of a draft. */
export type ContactSaved =
  | { readonly kind: 'saved'; readonly contact: Contact; readonly undo: string }
  /** It needs a name, a company or a number. */
  | { readonly kind: 'empty' }
  /** This number of it can be no telephone number. */
  | { readonly kind: 'bad-number'; readonly number: string; readonly why: NumberFault }
  /** These numbers, as they were written, are another contact's; saved with `takeOver` they become this one's. */
  | { readonly kind: 'taken'; readonly numbers: readonly { readonly number: string; readonly by: Contact }[] };

/** Where a page of contacts, sorted by name, ended. */
export interface ContactCursor {
  readonly sortKey: string;
  readonly id: number;
}

export interface ContactPage {
  readonly contacts: readonly Contact[];
  /** Null on the last page. */
  readonly next: ContactCursor | null;
  /** How many match in all. */
  readonly total: number;
}

export interface ContactDetail {
  readonly contact: Contact;
  /** The newest calls with any of their numbers, twenty at most. */
  readonly calls: readonly CallRow[];
}

/** Contacts that look like one and the same. */
export interface DuplicateGroup {
  readonly because: 'same-name' | 'same-email';
  readonly contacts: readonly Contact[];
}

import type { Reason } from './refusal.ts';

/** What may stand in braces in an address template. */
export const placeholders = [
  /** The other party's number in E.164, or the bare extension. */
  'e164',
  /** The same without its plus. */
  'digits',
  /** As the PBX sent it. */
  'number',
  'name',
  /** Mine. */
  'extension',
  /** The number or extension that was dialled. */
  'called',
  'ref',
  'direction',
  'outcome',
  'domain',
  'recording',
  'data',
] as const;
export type Placeholder = (typeof placeholders)[number];

/** What an address template comes to. */
export type TemplatePreview =
  | { readonly kind: 'url'; readonly url: string }
  /** Not to be opened. */
  | { readonly kind: 'refused'; readonly reason: Reason };

import type { Us } from './call.ts';

/** Which versions are offered: finished ones, or also those that are tried out before. */
export const updateChannels = ['stable', 'beta'] as const;
export type UpdateChannel = (typeof updateChannels)[number];

/** Why this Ringside does not look for newer versions of itself. */
export const updatesOffReasons = [
  /** The browser host is no program that could replace itself. */
  'browser',
  /** It runs from its sources. */
  'sources',
  /** The build is not signed, so nothing could prove that an update comes from the same hands. */
  'unsigned',
  /** It was installed by the package manager of the system, which updates it. */
  'package-manager',
  'portable',
  'setting',
] as const;
export type UpdatesOffReason = (typeof updatesOffReasons)[number];

/** Why the last look for a newer version, or its download, came to nothing. It is tried again by itself. */
export const updateTroubles = ['offline', 'server', 'damaged', 'signature', 'disk', 'other'] as const;
export type UpdateTrouble = (typeof updateTroubles)[number];

/** How it stands with newer versions of Ringside. */
export type Updates =
  | { readonly kind: 'off'; readonly reason: UpdatesOffReason }
  /** Nothing newer, as of then; null before the first look. */
  | { readonly kind: 'newest'; readonly checkedAtUs: Us | null }
  | { readonly kind: 'checking' }
  | { readonly kind: 'downloading'; readonly version: string; readonly percent: number }
  /** Downloaded and proven; it is taken at the next restart. `waitsForCall`: not now, for a call is on. */
  | { readonly kind: 'ready'; readonly version: string; readonly notes: string; readonly waitsForCall: boolean }
  | { readonly kind: 'failed'; readonly trouble: UpdateTrouble; readonly detail: string; readonly atUs: Us };

import type { Us } from './call.ts';

export const callViews = ['all', 'in', 'out', 'missed', 'answered-elsewhere', 'internal', 'unfinished'] as const;
export type CallView = (typeof callViews)[number];

/** Which calls of the log to show; all conditions hold at once. */
export interface CallFilter {
  readonly view: CallView;
  /** Started at or after; null for no limit. */
  readonly fromUs: Us | null;
  /** Started before. */
  readonly toUs: Us | null;
  /** With a note. */
  readonly note: boolean;
  /** With a recording. */
  readonly recording: boolean;
  readonly tag: string | null;
  /** Words to be found, each of them, in names, companies, numbers, notes, tags or extensions; empty for no search. */
  readonly search: string;
  /** The ref of a call: only calls with the same other party. Null for everybody. */
  readonly sameAs: string | null;
}

export const everyCall: CallFilter = {
  view: 'all',
  fromUs: null,
  toUs: null,
  note: false,
  recording: false,
  tag: null,
  search: '',
  sameAs: null,
};

/** A tag, and how many calls carry it. */
export interface TagCount {
  readonly tag: string;
  readonly calls: number;
}

/** The refs of the calls above and below one in a list; null past the ends. */
export interface Neighbours {
  readonly newer: string | null;
  readonly older: string | null;
}

import type { CallRow, Party, Us } from './call.ts';

/** What the rules find in a call, and what a change of them is told by. */
export const findings = [
  'outcome',
  'reason',
  'direction',
  'ringUs',
  'talkUs',
  'answeredBy',
  'offers',
] as const satisfies readonly (keyof CallRow)[];
export type Finding = Pick<CallRow, (typeof findings)[number]>;

/** A call that would come out differently if it were worked out again. */
export interface CallChange {
  readonly ref: string;
  readonly startedAtUs: Us;
  readonly party: Party;
  /** Null when the call would be new in the log. */
  readonly before: Finding | null;
  readonly after: Finding;
}

/** What working the log out again would change. */
export interface Preview {
  /** In the log. */
  readonly calls: number;
  /** How many would come out differently. */
  readonly changed: number;
  /** The first hundred of those, in the order in which they arrived. */
  readonly changes: readonly CallChange[];
}

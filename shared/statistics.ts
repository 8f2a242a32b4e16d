import type { Outcome, Party, Us } from './call.ts';

/** A period: from one local midnight to another, the second excluded. */
export interface Period {
  readonly fromUs: Us;
  readonly toUs: Us;
}

/** Numbers of calls by outcome; an outcome that none had is missing. */
export type ByOutcome = Readonly<Partial<Record<Outcome, number>>>;

/** Where half of the values lie below, and nine tenths. */
export interface Spread {
  readonly medianUs: Us;
  readonly ninetiethUs: Us;
}

export interface Totals {
  readonly incoming: ByOutcome;
  readonly outgoing: ByOutcome;
  /** Of incoming calls, how long they rang me; null when none rang. */
  readonly ring: Spread | null;
  /** Of all calls in which I talked; null when there was none. */
  readonly talk: Spread | null;
  readonly talkUs: Us;
}

export interface DayTotals {
  /** Its local midnight. */
  readonly atUs: Us;
  readonly incoming: ByOutcome;
  readonly outgoing: ByOutcome;
}

export interface CallerTotals {
  readonly party: Party;
  /** Ref of their newest call of the period. */
  readonly ref: string;
  readonly calls: number;
  readonly missed: number;
  readonly talkUs: Us;
}

export interface Statistics {
  /** The share of the days that is in here, 0 to 1, while the others are still being added up; null when all of them are. */
  readonly filling: number | null;
  readonly period: Period;
  /** The period of the same number of days right before. */
  readonly before: Period;
  readonly totals: Totals;
  readonly totalsBefore: Totals;
  /** Every day of the period, also those without calls. */
  readonly days: readonly DayTotals[];
  /** Incoming calls by weekday (0 is Sunday) and hour of this machine's clock. */
  readonly heat: readonly (readonly number[])[];
  /** Whoever called most often, ten at most. */
  readonly callers: readonly CallerTotals[];
}

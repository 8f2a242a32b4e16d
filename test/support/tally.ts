/** What a run of Vitest came to; `TallyReporter` writes it as JSON to the file that this variable names. */
export const tallyVariable = 'RINGSIDE_TEST_TALLY';

export interface Tally {
  readonly passed: number;
  /** Failed tests, and what failed outside of any test: files that do not load, hooks, unhandled errors. */
  readonly failed: number;
  /** What failed, and the first line of why. */
  readonly failures: readonly string[];
  /** What failed at first and passed when it was tried again. */
  readonly triedTwice: readonly string[];
  readonly leftOut: readonly LeftOut[];
}

/** A test that did not run. */
export interface LeftOut {
  readonly file: string;
  readonly reason: string;
}

declare module 'vitest' {
  interface TaskMeta {
    /** Why a suite or test is left out, where `context.skip(reason)` cannot say it. */
    leftOut?: string;
  }
}

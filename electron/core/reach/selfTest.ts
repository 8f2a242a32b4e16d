import { randomUUID } from 'node:crypto';

import { type Hop, hops, type HopResult, type SelfTest, type Trouble } from '../../../shared/reach.ts';
import type { Clock, Log } from '../ports.ts';

/** What a hop came to. */
export type Finding = { readonly kind: 'passed' } | { readonly kind: 'failed' | 'skipped'; readonly trouble: Trouble };

/** How each hop is tried. What fails says why; a promise that rejects is a bug. */
export type Trials = Readonly<Record<Hop, (test: { readonly id: string }) => Promise<Finding> | Finding>>;

interface SelfTestOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly trials: Trials;
  /** The test is further than it was. */
  readonly changed: () => void;
}

/** The end-to-end test: hop after hop, until one fails; those after it are left out. */
export interface SelfTests {
  /** Begins one; the one in progress is answered where there is one. */
  readonly start: () => SelfTest;
  readonly get: () => SelfTest | null;
}

export function openSelfTests({ clock, log, trials, changed }: SelfTestOptions): SelfTests {
  let test: SelfTest | null = null;

  const note = (id: string, hop: Hop, result: Partial<HopResult>) => {
    if (test?.id !== id) return;
    test = { ...test, hops: test.hops.map((one) => (one.hop === hop ? { ...one, ...result } : one)) };
    changed();
  };

  const tryHop = async (id: string, hop: Hop): Promise<Finding> => {
    try {
      return await trials[hop]({ id });
    } catch (error) {
      log.error('a hop of the self-test could not be tried', { hop, error: String(error) });
      return { kind: 'failed', trouble: { code: 'not-ready', detail: String(error) } };
    }
  };

  const run = async (id: string) => {
    let isBroken = false;
    for (const hop of hops) {
      if (isBroken) {
        note(id, hop, { state: 'skipped' });
        continue;
      }
      const startedUs = clock.nowUs();
      note(id, hop, { state: 'running' });
      const finding = await tryHop(id, hop);
      const trouble = finding.kind === 'passed' ? null : finding.trouble;
      const milliseconds = finding.kind === 'skipped' ? null : Math.round((clock.nowUs() - startedUs) / 1000);
      isBroken = finding.kind === 'failed';
      if (isBroken) log.warn('self-test', { hop, ...trouble });
      note(id, hop, { state: finding.kind, trouble, milliseconds });
    }
    if (test?.id === id) test = { ...test, isOver: true };
    changed();
  };

  return {
    start() {
      if (test !== null && !test.isOver) return test;
      const id = randomUUID();
      const begun: SelfTest = {
        id,
        startedUs: clock.nowUs(),
        isOver: false,
        hops: hops.map((hop) => ({ hop, state: 'waiting', trouble: null, milliseconds: null })),
      };
      test = begun;
      void run(id);
      return begun;
    },
    get: () => test,
  };
}

import { setTimeout as delay } from 'node:timers/promises';

import type { Reply } from '../../shared/contract.ts';
import type { HopResult, SelfTest } from '../../shared/reach.ts';
import { readAnnouncement } from '../core/runningFile.ts';
import { say } from './terminal.ts';

/** Whoever can be asked for a self-test: a Ringside that runs, or one that was started for it. */
export interface Testable {
  start(): Promise<SelfTest>;
  /** The test that was started, as far as it is now. */
  get(): Promise<SelfTest>;
}

/** How often a test in progress is asked for, in ms. */
const lookMs = 200;

/** `npm start -- --self-test`: a line for each hop. Resolves with the exit code, 0 when none is broken. */
export async function runSelfTest(ringside: Testable): Promise<number> {
  try {
    let test = await ringside.start();
    for (let told = 0; ; await delay(lookMs)) {
      test = await ringside.get();
      const finished = test.hops.filter(({ state }) => state !== 'waiting' && state !== 'running');
      for (const hop of finished.slice(told)) say('stdout', lineOf(hop));
      told = finished.length;
      if (test.isOver) break;
    }
    return test.hops.some(({ state }) => state === 'failed') ? 1 : 0;
  } catch (error) {
    say('stderr', `The self-test is not possible: ${error instanceof Error ? error.message : String(error)}`);
    return 1;
  }
}

function lineOf({ hop, state, trouble, milliseconds }: HopResult): string {
  const why = trouble === null ? '' : [trouble.code, trouble.detail].filter(Boolean).join(': ');
  const took = milliseconds === null ? '' : `${milliseconds} ms`;
  return `${hop.padEnd(14)}${state.padEnd(9)}${took.padStart(9)}  ${why}`.trimEnd();
}

/** The Ringside that already runs with this data folder; null when none does. */
export function runningRingside(dataDir: string): Testable | null {
  const address = readAnnouncement(dataDir)?.['selfTest'];
  if (typeof address !== 'string') return null;
  const ask = async (method: 'GET' | 'POST') => {
    const response = await fetch(address, { method, signal: AbortSignal.timeout(5000) });
    if (!response.ok) throw new Error(`Ringside answered HTTP ${response.status}.`);
    return (await response.json()) as SelfTest;
  };
  return { start: () => ask('POST'), get: () => ask('GET') };
}

/** A Ringside that answers requests as it answers windows. */
export function testableBy(request: (name: 'selfTest.start' | 'selfTest.get') => Promise<Reply>): Testable {
  const ask = async (name: 'selfTest.start' | 'selfTest.get') => {
    const reply = await request(name);
    if (!reply.ok) throw new Error(reply.error.message);
    return reply.value as SelfTest;
  };
  return { start: () => ask('selfTest.start'), get: () => ask('selfTest.get') };
}

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

import { z } from 'zod';

import type { Clock, Log } from '../ports.ts';
import { writeAtomically } from '../settings/atomicFile.ts';

/** How long a new count may wait for the disk, in ms. */
const writeMs = 30_000;

const kept = z.object({ month: z.string().regex(/^\d{4}-\d\d$/), requests: z.int().min(0) });

/** Counts what a plan allows a number of in a month. A crash forgets the last half minute at most. */
export interface RequestCount {
  /** One more has come in. */
  add(): void;
  thisMonth(): number;
  stop(): void;
}

/** Kept in a file of the data folder; the month is that of UTC. */
export function openRequestCount(dataDir: string, clock: Clock, log: Log): RequestCount {
  const file = join(dataDir, 'ngrok-requests.json');
  const month = () => new Date(clock.nowUs() / 1000).toISOString().slice(0, 7);
  let count = read(file) ?? { month: month(), requests: 0 };
  let callOff: (() => void) | null = null;
  const write = () => {
    callOff = null;
    try {
      writeAtomically(file, JSON.stringify(count));
    } catch (error) {
      log.warn('the count of requests could not be kept', { error: String(error) });
    }
  };
  const thisMonth = () => (count.month === month() ? count.requests : 0);
  return {
    add() {
      count = { month: month(), requests: thisMonth() + 1 };
      callOff ??= clock.after(writeMs, write);
    },
    thisMonth,
    stop() {
      if (callOff === null) return;
      callOff();
      write();
    },
  };
}

function read(file: string): z.infer<typeof kept> | null {
  try {
    return existsSync(file) ? kept.parse(JSON.parse(readFileSync(file, 'utf8'))) : null;
  } catch {
    // A count that cannot be read is no reason not to start.
    return null;
  }
}

import { monitorEventLoopDelay } from 'node:perf_hooks';

/** How long the event loop kept a timer waiting beyond its time, in ms. */
export interface LoopDelay {
  readonly p99Ms: number;
  readonly longestMs: number;
}

const samplingMs = 1;

/** Watches this process's loop from `begin` to `end`. */
export function openLoopWatch() {
  const histogram = monitorEventLoopDelay({ resolution: samplingMs });
  /** Node counts from one sample to the next, the time between them included. */
  const delay = (ns: number) => Math.max(0, ns / 1e6 - samplingMs);
  return {
    begin(): void {
      histogram.reset();
      histogram.enable();
    },
    end(): LoopDelay {
      histogram.disable();
      return { p99Ms: delay(histogram.percentile(99)), longestMs: delay(histogram.max) };
    },
  };
}

import type { AppProcess } from './appProcess.ts';
import type { BareProcess } from './bareProcess.ts';
import { startChild } from './child.ts';
import type { Answered, LoadProcess } from './loadProcess.ts';
import { median, percentile } from './stats.ts';
import { withTempFolder } from './tempFolder.ts';

export interface IngestResult {
  readonly connections: number;
  readonly rounds: number;
  readonly eventsPerRound: number;
  readonly bytesPerBody: number;
  readonly ringside: Throughput & { readonly loopDelayP99Ms: number };
  readonly bare: Throughput;
  /** Our events per second to the bare one's, as the median of the rounds. */
  readonly ratio: number;
}

interface Throughput {
  readonly eventsPerSecond: number;
  readonly p50Ms: number;
  readonly p99Ms: number;
}

/** Requests under way at once. */
const connections = 10;

/**
 * Durable ingest: our listener against a bare server that stores the body and nothing else. Both run all the time and
 * are loaded in turns, so that whatever else the machine does falls on both.
 */
export function measureIngest({ rounds, calls }: { rounds: number; calls: number }): Promise<IngestResult> {
  return withTempFolder(async (dataDir) => {
    const app = startChild<AppProcess>('appProcess.ts');
    const bare = startChild<BareProcess>('bareProcess.ts');
    const load = startChild<LoadProcess>('loadProcess.ts');
    try {
      const ours = await app.ask('start', dataDir);
      const theirs = await bare.ask('start', dataDir);
      const post = ({ webhook }: { webhook: string }, series: number) =>
        load.ask('post', { webhook, connections, series, calls, startUs: Date.now() * 1000 });

      // The first round of either does not count: code is compiled and files begin to grow.
      await post(ours, 0);
      await post(theirs, 0);
      const pairs: Round[] = [];
      for (let round = 1; round <= rounds; round += 1) {
        await app.ask('beginLoopWatch');
        const ringside = await post(ours, round);
        const loopDelayP99Ms = (await app.ask('endLoopWatch')).p99Ms;
        pairs.push({ ringside, loopDelayP99Ms, bare: await post(theirs, round) });
      }
      return summary(pairs);
    } finally {
      await Promise.all([app.stop(), bare.stop(), load.stop()]);
    }
  });
}

interface Round {
  readonly ringside: Answered;
  readonly bare: Answered;
  readonly loopDelayP99Ms: number;
}

function summary(rounds: readonly Round[]): IngestResult {
  const ours = rounds.map((round) => round.ringside);
  return {
    connections,
    rounds: rounds.length,
    eventsPerRound: median(ours.map((round) => round.events)),
    bytesPerBody: Math.round(median(ours.map(({ bytes, events }) => bytes / events))),
    ringside: { ...throughput(ours), loopDelayP99Ms: median(rounds.map((round) => round.loopDelayP99Ms)) },
    bare: throughput(rounds.map((round) => round.bare)),
    ratio: median(rounds.map(({ ringside, bare }) => perSecond(ringside) / perSecond(bare))),
  };
}

function throughput(rounds: readonly Answered[]): Throughput {
  return {
    eventsPerSecond: median(rounds.map(perSecond)),
    p50Ms: median(rounds.map(({ latenciesMs }) => percentile(latenciesMs, 50))),
    p99Ms: median(rounds.map(({ latenciesMs }) => percentile(latenciesMs, 99))),
  };
}

function perSecond({ events, seconds }: Answered): number {
  return events / seconds;
}

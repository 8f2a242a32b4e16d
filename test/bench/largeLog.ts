import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';

import { identityOf } from '../../electron/core/calls/identity.ts';
import { normalise } from '../../electron/core/ingest/normalise.ts';
import { parse } from '../../electron/core/ingest/parse.ts';
import { connect } from '../../electron/core/store/connection.ts';
import { openStore } from '../../electron/core/store/open.ts';
import { project } from '../../electron/core/store/project.ts';
import { type Store, storeOn } from '../../electron/core/store/store.ts';
import type { CallCursor, Us } from '../../shared/call.ts';
import type { RequestName } from '../../shared/contract.ts';
import type { AppProcess } from './appProcess.ts';
import { type Child, startChild } from './child.ts';
import { median, percentile } from './stats.ts';
import { withTempFolder } from './tempFolder.ts';
import { myDomain, myExtension, nthCall } from './traffic.ts';

export interface LargeLogResult {
  readonly calls: number;
  readonly openingMs: number;
  readonly firstPage: Timing;
  readonly middlePage: Timing;
  readonly oneCall: Timing;
  /** All that the log knows of a caller, for the card. */
  readonly caller: Timing;
  /** The whole command, as ndjson. */
  readonly exportSeconds: number;
  /** Every call is worked out and found as it should be. */
  readonly rebuild: Rebuild;
  /** Every call has to be written again. */
  readonly rebuildOfStale: Rebuild;
}

interface Rebuild {
  readonly seconds: number;
  readonly loopDelayP99Ms: number;
  readonly loopDelayLongestMs: number;
}

interface Timing {
  readonly medianMs: number;
  readonly p99Ms: number;
}

const pageLength = 100;
const msBetweenCalls = 600_000;
const beginUs: Us = Date.UTC(2024, 0, 1) * 1000;
const callsPerTransaction = 5000;

/** What a user of many years waits for. */
export function measureLargeLog({ calls, samples }: { calls: number; samples: number }): Promise<LargeLogResult> {
  return withTempFolder(async (dataDir) => {
    const refs = fill(dataDir, calls);
    /** A moment of the log's middle, another one for each sample. */
    const cursor = (sample: number): CallCursor => {
      return { startedAtUs: startOf(Math.floor(calls / 2) + sample), ref: 'x' };
    };
    const each = <Value>(value: (sample: number) => Value) => Array.from({ length: samples }, (_, nth) => value(nth));

    const openings: number[] = [];
    for (let run = 0; run < 5; run += 1) {
      openings.push(await withApp(dataDir, (_app, openingMs) => openingMs));
    }
    const readings = await withApp(dataDir, async (app) => ({
      firstPage: await timing(
        app,
        'calls.page',
        each(() => ({ after: null, limit: pageLength })),
      ),
      middlePage: await timing(
        app,
        'calls.page',
        each((nth) => ({ after: cursor(nth), limit: pageLength })),
      ),
      oneCall: await timing(
        app,
        'calls.get',
        each((nth) => refs[(nth * 7919) % refs.length]),
      ),
    }));
    const caller = timeCallers(
      dataDir,
      each((nth) => refs[(nth * 7919) % refs.length] ?? ''),
    );
    const exportSeconds = await timeExport(dataDir, calls);
    const rebuild = await withApp(dataDir, timeRebuild);
    makeStale(dataDir);
    const rebuildOfStale = await withApp(dataDir, timeRebuild);
    return { calls, openingMs: median(openings), ...readings, caller, exportSeconds, rebuild, rebuildOfStale };
  });
}

function startOf(index: number): Us {
  return beginUs + index * msBetweenCalls * 1000;
}

/** A log as if every call had come in through the listener. Returns the calls' refs, oldest first. */
function fill(dataDir: string, calls: number): string[] {
  const opened = openStore(join(dataDir, 'ringside.db'), new Date());
  if (opened.kind !== 'open') throw new Error('The database of the benchmark could not be made.');
  const { store } = opened;
  const refs: string[] = [];
  for (let from = 0; from < calls; from += callsPerTransaction) {
    store.write(() => {
      for (let index = from; index < Math.min(calls, from + callsPerTransaction); index += 1) {
        refs.push(appendCall(store, index));
      }
    });
  }
  store.close();
  return refs;
}

function appendCall(store: Store, index: number): string {
  const startUs = startOf(index);
  const identityId = store.identities.idOf(identityOf({ extensions: [myExtension], domain: myDomain }));
  let ref = '';
  for (const { atMs, body: text } of nthCall(0, index, myExtension, startUs)) {
    const body = Buffer.from(text);
    const parsed = parse(body);
    const receivedAtUs = startUs + atMs * 1000;
    const read = parsed.kind === 'parsed' ? normalise(parsed.value, receivedAtUs) : parsed;
    if (read.kind !== 'event') throw new Error('The benchmark made a body that is no event.');
    store.events.append({ event: read.event, digest: read.digest, identityId, receivedAtUs, repaired: false, body });
    ({ ref } = read.event);
  }
  project(store, ref, startUs);
  return ref;
}

/** In this process, for nothing but the query is of interest. */
function timeCallers(dataDir: string, refs: readonly string[]): Timing {
  const db = connect(join(dataDir, 'ringside.db'));
  const store = storeOn(db);
  const tookMs = refs.map((ref) => {
    const { person = null, startedAtUs = 0 } = store.calls.get(ref) ?? {};
    const startedMs = performance.now();
    store.callers.known(person ?? '', startedAtUs, startedAtUs - 43_200_000_000);
    return performance.now() - startedMs;
  });
  db.close();
  return { medianMs: median(tookMs), p99Ms: percentile(tookMs, 99) };
}

/** As after an update that sees calls with other eyes. */
function makeStale(dataDir: string): void {
  const db = connect(join(dataDir, 'ringside.db'));
  db.exec("UPDATE calls SET extension = ''");
  db.close();
}

type App = Child<AppProcess>;

/** Runs Ringside on the folder for the length of `work`; `openingMs` is how long it took until it listened. */
async function withApp<Result>(dataDir: string, work: (app: App, openingMs: number) => Result | Promise<Result>) {
  const app = startChild<AppProcess>('appProcess.ts');
  try {
    const { tookMs } = await app.ask('start', dataDir);
    return await work(app, tookMs);
  } finally {
    await app.stop();
  }
}

async function timing(app: App, name: RequestName, all: readonly unknown[]): Promise<Timing> {
  const tookMs = await app.ask('request', name, all);
  return { medianMs: median(tookMs), p99Ms: percentile(tookMs, 99) };
}

async function timeRebuild(app: App): Promise<Rebuild> {
  await app.ask('beginLoopWatch');
  const [tookMs = NaN] = await app.ask('request', 'log.rebuild', [undefined]);
  const { p99Ms, longestMs } = await app.ask('endLoopWatch');
  return { seconds: tookMs / 1000, loopDelayP99Ms: p99Ms, loopDelayLongestMs: longestMs };
}

/** The whole command, from its start to its last line. Rejects when a call is missing. */
async function timeExport(dataDir: string, calls: number): Promise<number> {
  const command = join(import.meta.dirname, '..', '..', 'electron', 'cli', 'export.ts');
  const startedMs = performance.now();
  const child = spawn(process.execPath, [command, '--data-dir', dataDir, '--format', 'ndjson'], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let lines = 0;
  child.stdout.on('data', (chunk: Buffer) => {
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, at + 1)) lines += 1;
  });
  await once(child, 'close');
  const seconds = (performance.now() - startedMs) / 1000;
  if (lines !== calls) throw new Error(`The export held ${lines} of ${calls} calls.`);
  return seconds;
}

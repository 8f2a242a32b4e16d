import { cpus } from 'node:os';

import type { CardResult } from './card.ts';
import type { IngestResult } from './ingest.ts';
import type { LargeLogResult } from './largeLog.ts';

/** What one run of the benchmark found; `--json` writes it as it is. */
export interface Report {
  readonly at: string;
  readonly short: boolean;
  readonly machine: { readonly platform: string; readonly cpu: string; readonly cores: number; readonly node: string };
  readonly ingest: IngestResult;
  readonly card: CardResult;
  readonly cardWindow: CardResult;
  readonly largeLog: LargeLogResult;
}

export function thisMachine(): Report['machine'] {
  const cores = cpus();
  return {
    platform: `${process.platform} ${process.arch}`,
    cpu: cores[0]?.model ?? 'unknown',
    cores: cores.length,
    node: process.version,
  };
}

/** A line for people: what was measured, and what came of it. An empty second cell makes a heading. */
type Row = readonly [what: string, value: string];

export function tableOf({ machine, ingest, card, cardWindow, largeLog }: Report): string {
  const rows: Row[] = [
    [`${machine.platform}, ${machine.cores} × ${machine.cpu}, Node ${machine.node}`, ''],
    ...ingestRows(ingest),
    ...cardRows('card in the page', 'browser host, Chromium', card),
    ...cardRows('card drawn in its window', 'Electron', cardWindow),
    ...largeLogRows(largeLog),
  ];
  const width = Math.max(...rows.filter(([, value]) => value !== '').map(([what]) => what.length));
  return rows.map(([what, value]) => (value === '' ? `\n${what}` : `  ${what.padEnd(width)}  ${value}`)).join('\n');
}

function ingestRows({ connections, rounds, eventsPerRound, bytesPerBody, ringside, bare, ratio }: IngestResult): Row[] {
  return [
    [
      `Durable ingest, ${connections} connections, bodies of ${bytesPerBody} bytes ` +
        `(median of ${rounds} rounds in turns, ${count(eventsPerRound)} events each)`,
      '',
    ],
    ['Ringside, events/s', count(ringside.eventsPerSecond)],
    ['  latency p50, p99', `${ms(ringside.p50Ms)}, ${ms(ringside.p99Ms)}`],
    ['  event loop delay p99', ms(ringside.loopDelayP99Ms)],
    ['bare node:http, one insert per request, events/s', count(bare.eventsPerSecond)],
    ['  latency p50, p99', `${ms(bare.p50Ms)}, ${ms(bare.p99Ms)}`],
    ['Ringside to bare', `${ratio.toFixed(2)} ×`],
  ];
}

function cardRows(end: string, where: string, card: CardResult): Row[] {
  if (card.kind === 'not run') {
    return [
      [`Ring posted to ${end} (${where})`, ''],
      ['not run', card.reason],
    ];
  }
  return [
    [`Ring posted to ${end} (${card.rings} rings, ${where})`, ''],
    ['median, p99', `${ms(card.medianMs)}, ${ms(card.p99Ms)}`],
  ];
}

function largeLogRows(log: LargeLogResult): Row[] {
  return [
    [`A log of ${count(log.calls)} calls`, ''],
    ['from opening to listening', ms(log.openingMs)],
    ['first page, median, p99', `${ms(log.firstPage.medianMs)}, ${ms(log.firstPage.p99Ms)}`],
    ['page in the middle, median, p99', `${ms(log.middlePage.medianMs)}, ${ms(log.middlePage.p99Ms)}`],
    ['one call, median, p99', `${ms(log.oneCall.medianMs)}, ${ms(log.oneCall.p99Ms)}`],
    ['what a card knows of a caller, median, p99', `${ms(log.caller.medianMs)}, ${ms(log.caller.p99Ms)}`],
    ['export as ndjson', seconds(log.exportSeconds)],
    ['rebuild, nothing to change', seconds(log.rebuild.seconds)],
    ['  event loop delay p99, longest', `${ms(log.rebuild.loopDelayP99Ms)}, ${ms(log.rebuild.loopDelayLongestMs)}`],
    ['rebuild, every call to change', seconds(log.rebuildOfStale.seconds)],
    [
      '  event loop delay p99, longest',
      `${ms(log.rebuildOfStale.loopDelayP99Ms)}, ${ms(log.rebuildOfStale.loopDelayLongestMs)}`,
    ],
  ];
}

function count(value: number): string {
  return Math.round(value).toLocaleString('en');
}

function ms(value: number): string {
  return `${value.toFixed(value < 10 ? 2 : 1)} ms`;
}

function seconds(value: number): string {
  return `${value.toFixed(2)} s`;
}

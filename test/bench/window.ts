import { parseArgs } from 'node:util';

import type { Page } from 'playwright-core';

import { findOrInstall, launchChromium } from '../support/chromium.ts';
import { npmStart } from '../support/start.ts';
import { median, percentile } from './stats.ts';
import { beginScroll, endScroll, rowsAfter, watchFirstRow } from './windowPage.ts';
import { within } from './within.ts';

const help = `Measures the calls view on a log that is there: what the user waits for, and how it scrolls.

  node test/bench/window.ts --data-dir DIR [--rounds N] [--seconds N]

  --data-dir DIR  a folder, such as test/bench/hugeLog.ts writes
  --rounds N      how often each is measured (default 5)
  --seconds N     how long is scrolled (default 20)`;

/** In ms. So long may Ringside take to start, or to end. */
const patienceMs = 120_000;

const views = ['Missed', 'Outgoing', 'Internal', 'All'];
const searches = ['maria', '99123', 'petr', 'zzq'];

async function measure(page: Page, address: string, rounds: number, seconds: number): Promise<Record<string, unknown>> {
  const opening: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    await page.goto('about:blank');
    await page.goto(address);
    opening.push(await watchFirstRow(page));
  }
  const filtering: number[] = [];
  const typing: number[] = [];
  const slowest: { typed: string; tookMs: number }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const view of views) {
      const tookMs = await rowsAfter(page, () =>
        page.getByRole('radio', { name: view, exact: true }).click({ force: true }),
      );
      if (tookMs !== null) filtering.push(tookMs);
    }
    for (const search of searches) {
      await page.getByRole('searchbox').focus();
      for (let typed = 1; typed <= search.length; typed += 1) {
        const tookMs = await rowsAfter(page, () => page.keyboard.press(search.charAt(typed - 1)));
        if (tookMs === null) continue;
        typing.push(tookMs);
        slowest.push({ typed: `${round}: ${search.slice(0, typed)}`, tookMs: Math.round(tookMs) });
      }
      await rowsAfter(page, () => page.keyboard.press('Escape'));
    }
  }
  await beginScroll(page);
  await page.waitForTimeout(seconds * 1000);
  const scroll = await endScroll(page);
  return {
    openToRowsMs: summary(opening),
    filterToRowsMs: summary(filtering),
    keystrokeToRowsMs: summary(typing),
    slowestKeystrokes: slowest.toSorted((a, b) => b.tookMs - a.tookMs).slice(0, 5),
    scroll: {
      calls: scroll.calls,
      frameP95Ms: percentile(scroll.framesMs, 95),
      frameMedianMs: median(scroll.framesMs),
      blankFrames: scroll.blank,
      frames: scroll.framesMs.length,
    },
    heapMB: (await heapOf(page)) / 1e6,
  };
}

function summary(values: readonly number[]) {
  return { count: values.length, median: median(values), p95: percentile(values, 95), longest: Math.max(...values) };
}

/** What the page's script holds on to, in bytes. */
async function heapOf(page: Page): Promise<number> {
  const session = await page.context().newCDPSession(page);
  await session.send('HeapProfiler.enable');
  await session.send('HeapProfiler.collectGarbage');
  const { usedSize } = await session.send('Runtime.getHeapUsage');
  return usedSize;
}

async function main(): Promise<number> {
  const { values } = parseArgs({
    options: {
      'data-dir': { type: 'string' },
      rounds: { type: 'string', default: '5' },
      seconds: { type: 'string', default: '20' },
      help: { type: 'boolean' },
    },
  });
  const dataDir = values['data-dir'];
  if (values.help === true || dataDir === undefined) {
    console.log(help);
    return values.help === true ? 0 : 2;
  }
  const chromium = await findOrInstall();
  if (chromium.kind === 'absent') {
    console.error(chromium.reason);
    return 1;
  }
  const run = npmStart(['--browser', '--no-open', '--data-dir', dataDir, '--port', '0', '--extension', '1002'], {});
  const stop = () => run.child.kill('SIGTERM');
  process.once('exit', stop);
  const browser = await launchChromium(chromium.path);
  try {
    const line = await within(patienceMs, 'Ringside', run.line(/^Ringside: http/));
    const page = await browser.newPage({ viewport: { width: 1280, height: 800 }, locale: 'en-GB' });
    page.setDefaultTimeout(patienceMs);
    const figures = await measure(page, line.slice('Ringside: '.length), Number(values.rounds), Number(values.seconds));
    console.log(JSON.stringify(figures, null, 2));
    return 0;
  } finally {
    await browser.close();
    process.off('exit', stop);
    stop();
    await within(patienceMs, 'The end of Ringside', run.ended).catch(() => run.child.kill('SIGKILL'));
  }
}

process.exitCode = await main();

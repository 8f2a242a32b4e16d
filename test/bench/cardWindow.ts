import { setTimeout as pause } from 'node:timers/promises';

import type { ElectronApplication, JSHandle, Page } from 'playwright-core';

import type { Reply } from '../../shared/contract.ts';
import { openDesktop, type Desktop } from '../support/desktop.ts';
import { electronForTests, startElectron, type TestElectron } from '../support/testElectron.ts';
import { type CardResult, warmUp } from './card.ts';
import { ringOnce } from './cardCall.ts';
import { eventually } from './eventually.ts';
import { median, percentile } from './stats.ts';
import { withTempFolder } from './tempFolder.ts';
import { within } from './within.ts';

/** In ms, between two calls: tray and notification of the one are done with before the other rings. */
const restMs = 300;

/** In ms. So long may Electron take to end. */
const patienceMs = 20_000;

/**
 * From a moment before the ring is posted until the desktop app's card window is open and its card drawn. One call after
 * the other, each ended and the window hidden before the next.
 */
export async function measureCardWindow({ rings }: { rings: number }): Promise<CardResult> {
  return onDesktop(async ({ app, page, webhook }) => {
    const shown = await recordShown(app);
    const tookMs: number[] = [];
    for (let nth = 0; nth < warmUp + rings; nth += 1) {
      const drawn = await ringOnce({ page, webhook, nth, until: 'painted' });
      const openAtMs = await eventually('The card window', () => shown.evaluate((at, index) => at[index] ?? null, nth));
      tookMs.push(drawn.tookMs + Math.max(0, openAtMs - drawn.atMs));
      await eventually('The end of the card window', async () => (await isHidden(app)) || null);
      await pause(restMs);
    }
    const counted = tookMs.slice(warmUp);
    return { kind: 'measured', rings, medianMs: median(counted), p99Ms: percentile(counted, 99) };
  });
}

/** A started Ringside, with the page of its card window. */
export interface RunningCard {
  readonly app: ElectronApplication;
  readonly page: Page;
  readonly webhook: string;
}

/** Measures in Electron on a desktop of its own, where there is one. */
export async function onDesktop<Result>(
  measure: (running: RunningCard) => Promise<Result>,
): Promise<Result | { readonly kind: 'not run'; readonly reason: string }> {
  const electron = await electronForTests();
  if (electron.kind === 'absent') return { kind: 'not run', reason: electron.reason };
  const desktop = await openDesktop();
  try {
    return await withTempFolder((dataDir) => measureIn(electron, desktop, dataDir, measure));
  } finally {
    await desktop.close();
  }
}

async function measureIn<Result>(
  electron: TestElectron,
  desktop: Desktop,
  dataDir: string,
  measure: (running: RunningCard) => Promise<Result>,
): Promise<Result> {
  const app = await startElectron(electron, desktop, dataDir);
  try {
    const page = await eventually('The page of the card', () => Promise.resolve(cardPage(app)));
    const webhook = await eventually('The webhook', () => webhookOf(page));
    return await measure({ app, page, webhook });
  } finally {
    await within(patienceMs, 'The end of Electron', app.close()).catch(() => app.process().kill('SIGKILL'));
  }
}

function cardPage(app: ElectronApplication): Page | null {
  return app.windows().find((page) => page.url().endsWith('card.html')) ?? null;
}

async function webhookOf(page: Page): Promise<string | null> {
  const reply: Reply<'status.get'> | undefined = await page.evaluate(() =>
    window.ringside?.request('status.get', undefined),
  );
  return reply?.ok === true && reply.value.listener.kind === 'listening' ? reply.value.listener.webhook : null;
}

/** When the card window came up, each time, by the clock of the main process. */
function recordShown(app: ElectronApplication): Promise<JSHandle<number[]>> {
  return app.evaluateHandle(({ BrowserWindow }) => {
    const atMs: number[] = [];
    for (const window of BrowserWindow.getAllWindows()) {
      if (!window.webContents.getURL().endsWith('card.html')) continue;
      window.on('show', () => atMs.push(performance.timeOrigin + performance.now()));
    }
    return atMs;
  });
}

function isHidden(app: ElectronApplication): Promise<boolean> {
  return app.evaluate(({ BrowserWindow }) =>
    BrowserWindow.getAllWindows().every(
      (window) => !window.webContents.getURL().endsWith('card.html') || !window.isVisible(),
    ),
  );
}

import { findOrInstall, launchChromium } from '../support/chromium.ts';
import { npmStart } from '../support/start.ts';
import { ringOnce } from './cardCall.ts';
import { median, percentile } from './stats.ts';
import { withTempFolder } from './tempFolder.ts';
import { myExtension } from './traffic.ts';
import { within } from './within.ts';

export type CardResult =
  | { readonly kind: 'measured'; readonly rings: number; readonly medianMs: number; readonly p99Ms: number }
  | { readonly kind: 'not run'; readonly reason: string };

/** Rings before those that count: code is compiled on both sides. */
export const warmUp = 5;

/** In ms. So long may Ringside take to start, or to end. */
const patienceMs = 60_000;

/**
 * From a moment before the ring is posted until its card is in the page: the browser host as `npm start` runs it, its
 * built page in a real Chromium. One call after the other, each ended and its card gone before the next.
 */
export async function measureCard({ rings }: { rings: number }): Promise<CardResult> {
  const chromium = await findOrInstall();
  if (chromium.kind === 'absent') return { kind: 'not run', reason: chromium.reason };
  return withTempFolder(async (dataDir) => {
    const flags = ['--browser', '--no-open', '--data-dir', dataDir, '--port', '0', '--extension', myExtension];
    const browser = await launchChromium(chromium.path);
    const run = npmStart(flags, {});
    const stop = () => run.child.kill('SIGTERM');
    process.once('exit', stop);
    try {
      const printed = async (name: string) =>
        (await within(patienceMs, name, run.line(new RegExp(`^${name}: http`)))).slice(name.length + 2);
      const webhook = await printed('Webhook');
      const page = await browser.newPage();
      await page.goto(await printed('Ringside'));
      await page.getByRole('heading', { name: 'No calls yet' }).waitFor();

      const tookMs: number[] = [];
      for (let nth = 0; nth < warmUp + rings; nth += 1) {
        tookMs.push((await ringOnce({ page, webhook, nth, until: 'inPage' })).tookMs);
      }
      const counted = tookMs.slice(warmUp);
      return { kind: 'measured', rings, medianMs: median(counted), p99Ms: percentile(counted, 99) };
    } finally {
      await browser.close();
      process.off('exit', stop);
      stop();
      await within(patienceMs, 'The end of Ringside', run.ended).catch(() => run.child.kill('SIGKILL'));
    }
  });
}

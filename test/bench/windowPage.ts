import type { Page } from 'playwright-core';

/** In ms. Whoever waits longer than this for rows waits for none: they stayed the same. */
const noRowsMs = 1500;

/** In ms since the page was asked for, until the first calls have been painted. */
export async function watchFirstRow(page: Page): Promise<number> {
  await page.locator('.line[data-ref]').first().waitFor();
  return page.evaluate(() => new Promise<number>((resolve) => requestAnimationFrame(() => resolve(performance.now()))));
}

/**
 * From the event that `act` causes until other calls than before have been painted, in ms, by the page's own clock. Null
 * when they stay the same.
 */
export async function rowsAfter(page: Page, act: () => Promise<unknown>): Promise<number | null> {
  const watching = await page.evaluateHandle((patienceMs) => {
    const shown = () =>
      [...document.querySelectorAll<HTMLElement>('.line[data-ref], .empty')].map((line) => line.dataset['ref']).join();
    const before = shown();
    let beganMs: number | null = null;
    const begin = () => (beganMs ??= performance.now());
    for (const name of ['keydown', 'click'] as const)
      window.addEventListener(name, begin, { capture: true, once: true });
    const promise = new Promise<number | null>((resolve) => {
      const giveUp = setTimeout(() => resolve(null), patienceMs);
      const look = () => {
        if (shown() === before) requestAnimationFrame(look);
        else {
          clearTimeout(giveUp);
          requestAnimationFrame(() => resolve(performance.now() - (beganMs ?? NaN)));
        }
      };
      requestAnimationFrame(look);
    });
    return { promise };
  }, noRowsMs);
  await act();
  return watching.evaluate(({ promise }) => promise);
}

declare global {
  interface Window {
    scrolling?: { framesMs: number[]; blank: number; isOver: boolean };
  }
}

/** Scrolls down as fast as a wheel turned by a hand, and looks at every frame. */
export async function beginScroll(page: Page): Promise<void> {
  await page.evaluate(() => {
    const list = document.querySelector('.grid-body');
    if (list === null) return;
    const { top, height } = list.getBoundingClientRect();
    const state = { framesMs: [] as number[], blank: 0, isOver: false };
    window.scrolling = state;
    let lastMs = performance.now();
    // The list lets nothing be hit while it scrolls: lines are found by where they are.
    const isLine = (y: number) =>
      [...list.querySelectorAll('.line:not(.line-far)')].some((line) => {
        const box = line.getBoundingClientRect();
        return box.top <= y && box.bottom >= y;
      });
    const frame = (nowMs: number) => {
      state.framesMs.push(nowMs - lastMs);
      lastMs = nowMs;
      if (![0.1, 0.5, 0.85].every((share) => isLine(top + share * height))) state.blank += 1;
      list.scrollBy(0, 100);
      if (!state.isOver) requestAnimationFrame(frame);
    };
    requestAnimationFrame(frame);
  });
}

/** How long every frame took, in how many of them a line was missing, and how many lines were passed. */
export function endScroll(page: Page): Promise<{ framesMs: number[]; blank: number; calls: number }> {
  return page.evaluate(() => {
    const { framesMs = [], blank = 0 } = window.scrolling ?? {};
    if (window.scrolling) window.scrolling.isOver = true;
    const passed = Math.round((document.querySelector('.grid-body')?.scrollTop ?? 0) / 40);
    return { framesMs: framesMs.slice(1), blank, calls: passed };
  });
}

import type { Locator, Page } from 'playwright-core';

/** Goes on with Tab until the keyboard is there, as somebody without a mouse does. Rejects when it never is. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  await target.waitFor();
  for (let presses = 0; presses < 60; presses += 1) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error('Tab never gets there.');
}

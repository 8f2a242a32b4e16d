import { describe, expect, test } from 'vitest';

import { keepPicture } from '../support/chromiumPage.ts';
import { leftOut, missing, useDesk } from '../support/electronDesk.ts';
import { tabTo } from '../support/tabTo.ts';

describe.skipIf(missing !== null)('the set-up in Electron', leftOut, () => {
  const desk = useDesk();

  test('goes by keyboard to a test ring in the card window, and to the start at login', async () => {
    const ringside = await desk.launch();
    const { page } = ringside;
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    const webhook = String(await ringside.webhook());
    await page.evaluate(() => {
      window.location.hash = '#/setup';
    });
    const press = async (name: string) => {
      await tabTo(page, page.getByRole('button', { name, exact: true }));
      await page.keyboard.press('Enter');
    };
    await tabTo(page, page.getByRole('radio', { name: 'Not yet' }));
    await page.keyboard.press('ArrowDown');
    await tabTo(page, page.getByRole('textbox', { name: 'Public address' }));
    await page.keyboard.type(new URL(webhook).origin);
    await page.keyboard.press('Enter');
    await page.getByRole('heading', { name: 'Ringside can be reached' }).waitFor();
    await press('Continue');
    await page.getByText(webhook, { exact: true }).waitFor();
    await press('It is pasted: continue');

    await press('Ring me');
    await page.locator('.hop').last().getByText('passed').waitFor();
    await keepPicture(page, 'electron-setup-test-ring');
    await press('Continue');
    await press('Continue');
    await page.getByRole('switch', { name: 'Start at login' }).waitFor();
    expect(ringside.complaints).toEqual([]);
  });
});

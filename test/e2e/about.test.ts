import { afterAll, beforeAll, describe, expect, test } from 'vitest';

import { minimumSize } from '../../electron/shell/bounds.ts';
import packageJson from '../../package.json' with { type: 'json' };
import { accessibilityFaults, keepPicture, openChromium } from '../support/chromiumPage.ts';
import type { Desktop } from '../support/desktop.ts';
import { openDesktop } from '../support/desktop.ts';
import { launchRingside } from '../support/electron.ts';
import { startRingside } from '../support/ringside.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { electronForTests } from '../support/testElectron.ts';

const chromium = openChromium();
const electron = await electronForTests();
const leftOut = electron.kind === 'absent' ? { meta: { leftOut: electron.reason } } : {};

describe('about Ringside, in a browser', () => {
  test('a licence is found and read by the keyboard alone', async () => {
    const page = await chromium.open(`${(await startRingside()).url}#/settings`);
    await page.getByRole('link', { name: 'About Ringside and its licences' }).press('Enter');
    await page.getByText('react-dom').waitFor();
    await page.keyboard.press('/');
    await page.keyboard.type('hipp');
    await page.getByText('1 part', { exact: true }).waitFor();
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Enter');
    await page.getByText('May you do good and not evil.').waitFor();
    expect(await accessibilityFaults(page)).toEqual([]);
  });

  test.each(['light', 'dark'] as const)('it can be used by everybody in Greek, %s', async (colorScheme) => {
    const { url } = await startRingside();
    const page = await chromium.open(`${url}#/about`, { colorScheme, locale: 'el-GR', reducedMotion: 'reduce' });
    for (const viewport of [{ width: 1280, height: 800 }, minimumSize]) {
      await page.setViewportSize(viewport);
      await page.getByText('Άδεια του Ringside: MIT').waitFor();
      await keepPicture(page, `about-greek-${colorScheme}-${viewport.width}`);
      expect(await accessibilityFaults(page)).toEqual([]);
      expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBe(0);
    }
  });
});

describe.skipIf(electron.kind === 'absent')('about Ringside, in Electron', leftOut, () => {
  let desktop: Desktop;
  beforeAll(async () => {
    desktop = await openDesktop();
  });
  afterAll(() => desktop.close());

  test('it names the Electron and the Chromium that run, and has the list', async () => {
    const { app, page } = await launchRingside(electron, desktop, tempFolder());
    const { electron: own, chrome, node } = await app.evaluate(() => process.versions);
    await page.evaluate(() => (location.hash = '#/about'));
    await page.getByText('react-dom').waitFor();
    const runsOn = `Electron ${own} · Chromium ${chrome} · Node.js ${node} · SQLite`;
    expect(await page.getByText(runsOn).count()).toBe(1);
    expect(await page.getByText(`Version ${packageJson.version}`).count()).toBe(1);
    await keepPicture(page, 'about-electron');
  });
});

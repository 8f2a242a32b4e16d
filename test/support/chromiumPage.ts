import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, beforeEach, inject, onTestFinished } from 'vitest';

import { launchChromium } from './chromium.ts';

interface Wishes extends BrowserContextOptions {
  /** What the console may complain of in this test. */
  readonly tolerates?: RegExp;
}

export interface ChromiumTabs {
  /** Opens an address in a browser profile of its own. The test fails if its console shows an error or a warning. */
  open(address: string, wishes?: Wishes): Promise<Page>;
}

/** The longest that a user waits for anything in these tests. */
export const patience = { timeout: 15_000 };

/** One real Chromium for all tests of a file. Where there is none they are left out. */
export function openChromium(): ChromiumTabs {
  const chromium = inject('chromium');
  let browser: Browser | null = null;
  beforeAll(async () => {
    if (chromium.kind === 'ready') browser = await launchChromium(chromium.path);
  });
  afterAll(() => browser?.close());
  beforeEach(({ skip }) => {
    if (chromium.kind === 'absent') skip(chromium.reason);
  });

  return {
    async open(address, { tolerates, ...options } = {}) {
      if (browser === null) throw new Error('Chromium has not been started.');
      const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
      context.setDefaultTimeout(patience.timeout);
      const complaints: string[] = [];
      const complain = (text: string) => {
        if (tolerates?.test(text) !== true) complaints.push(text);
      };
      context.on('console', (message) => {
        if (['error', 'warning', 'assert'].includes(message.type())) complain(message.text());
      });
      context.on('weberror', (error) => complain(String(error.error())));
      onTestFinished(async () => {
        await context.close();
        if (complaints.length > 0) throw new Error(`The console is not clean:\n${complaints.join('\n')}`);
      });
      const page = await context.newPage();
      await page.goto(address);
      return page;
    },
  };
}

/** What axe finds wrong with the page, a line for each kind of fault; `part`: it is no whole document with a heading. */
export async function accessibilityFaults(page: Page, whole: 'document' | 'part' = 'document'): Promise<string[]> {
  const ofDocuments = ['landmark-one-main', 'page-has-heading-one'];
  const { violations } = await new AxeBuilder({ page }).disableRules(whole === 'part' ? ofDocuments : []).analyze();
  return violations.map(
    ({ id, help, nodes }) => `${id}: ${help}: ${nodes.map(({ target }) => target.join(' ')).join(', ')}`,
  );
}

const artifacts = join(import.meta.dirname, '..', 'artifacts');

/** Keeps a picture of the page in `test/artifacts`, for people to look at. */
export async function keepPicture(page: Page, name: string): Promise<void> {
  mkdirSync(artifacts, { recursive: true });
  await page.screenshot({ path: join(artifacts, `${name}.png`) });
}

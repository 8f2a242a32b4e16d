import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import type { Page } from 'playwright-core';
import { onTestFinished } from 'vitest';

import { contentType } from '../../shared/contentType.ts';
import type { Push } from '../../shared/contract.ts';
import type { Pop } from '../../shared/pop.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { buildApart } from './buildApart.ts';

const root = join(import.meta.dirname, '..', '..');

declare global {
  interface Window {
    /** What the page of the cards is to show, and who listens there. */
    readonly stage?: { pops: readonly Pop[]; readonly listeners: ((push: Push) => void)[] };
  }
}

const settings = { ...defaultSettings, extensions: ['1002'], crmUrl: 'https://crm.example.com/{digits}' };

/** Stands in for the preload: a bridge that shows whatever is on the stage. */
const bridge = `<script>
  window.stage = { pops: [], listeners: [] };
  const values = {
    'pops.list': () => stage.pops,
    'settings.get': () => (${JSON.stringify({ settings, defaults: defaultSettings, held: {}, policy: null })}),
  };
  window.ringside = {
    host: 'electron',
    request: async (name) => ({ ok: true, value: values[name]?.() ?? null }),
    subscribe: (listener) => { stage.listeners.push(listener); return () => {}; },
  };
  window.ringsideCard = { tell() {} };
</script>`;

/** Serves the built page of the card window, with a bridge of its own. Resolves with its address. */
export async function serveCardStage(): Promise<string> {
  await buildApart();
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://stage').pathname;
    const file = readFileSync(join(root, 'dist', 'renderer', path));
    response.setHeader('content-type', contentType(path));
    response.end(path === '/card.html' ? file.toString().replace('<head>', `<head>${bridge}`) : file);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void server.close());
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/card.html`;
}

/** Shows these cards. */
export async function showCards(page: Page, pops: readonly Pop[]): Promise<void> {
  await page.evaluate((shown) => {
    if (window.stage === undefined) throw new Error('No stage');
    window.stage.pops = shown;
    for (const listener of window.stage.listeners) listener({ name: 'changed', value: { what: ['pops'] } });
  }, pops);
  await page
    .getByRole('article')
    .nth(pops.length - 1)
    .waitFor();
}

import type { BrowserWindow } from 'electron';
import type { ElectronApplication, JSHandle, Page } from 'playwright-core';
import { expect, onTestFinished, vi } from 'vitest';

import type { Argument, Bridge, Reply, RequestName, Result } from '../../shared/contract.ts';
import type { Desktop } from './desktop.ts';
import type { Installed } from './installedRingside.ts';
import { startElectron } from './testElectron.ts';
import type { TestElectron } from './testElectron.ts';

declare global {
  interface Window {
    /** What the preload gives the page. */
    readonly ringside?: Bridge;
  }
}

/** A Ringside in Electron, with its window open. */
export interface ElectronRingside {
  readonly app: ElectronApplication;
  /** Of the main window. */
  readonly page: Page;
  /** Of the card window. */
  readonly card: Page;
  /** Every line that the page wrote to its console at a level above `info`, and every exception. */
  readonly complaints: readonly string[];
  /** Asks as the page does. Throws on a refusal. */
  ask<Name extends RequestName>(name: Name, argument: Argument<Name>): Promise<Result<Name>>;
  /** The address that the PBX posts to; null while nothing listens. */
  webhook(): Promise<string | null>;
  /** The main window as its own process knows it. */
  mainWindow(): Promise<JSHandle<BrowserWindow>>;
  cardWindow(): Promise<JSHandle<BrowserWindow>>;
  /** There once there is something to note. */
  noteWindow(): Promise<JSHandle<BrowserWindow>>;
}

/** Starts Ringside on `dataDir`, with `more` arguments behind its flags; it is closed when the test is over. */
export async function launchRingside(
  electron: TestElectron,
  desktop: Desktop,
  dataDir: string,
  more: readonly string[] = [],
  installed: Installed | null = null,
): Promise<ElectronRingside> {
  const app = await startElectron(electron, desktop, dataDir, more, installed);
  onTestFinished(() => app.close());
  const complaints: string[] = [];
  app.context().on('console', (message) => {
    if (['error', 'warning', 'assert'].includes(message.type())) complaints.push(message.text());
  });
  app.context().on('weberror', (error) => complaints.push(String(error.error())));
  const page = await pageAt(app, 'index.html');
  const card = await pageAt(app, 'card.html');

  const ask = async <Name extends RequestName>(name: Name, argument: Argument<Name>): Promise<Result<Name>> => {
    const reply: Reply = await page.evaluate(
      ([request, value]) => {
        if (window.ringside === undefined) throw new Error('The page has no bridge');
        return window.ringside.request(request, value);
      },
      [name, argument] as const,
    );
    if (!reply.ok) throw new Error(`${name}: ${reply.error.message}`);
    return reply.value as Result<Name>;
  };
  return {
    app,
    page,
    card,
    complaints,
    ask,
    mainWindow: () => windowAt(app, 'index.html'),
    cardWindow: () => windowAt(app, 'card.html'),
    noteWindow: () => windowAt(app, 'note.html'),
    async webhook() {
      const { listener } = await ask('status.get', undefined);
      return listener.kind === 'listening' ? listener.webhook : null;
    },
  };
}

/** The window that shows one of our pages, as the main process has it, once there is one. */
function windowAt(app: ElectronApplication, file: string): Promise<JSHandle<BrowserWindow>> {
  const find = () =>
    app.evaluateHandle(({ BrowserWindow: Window }, name) => {
      const found = Window.getAllWindows().find(({ webContents }) => webContents.getURL().includes(name));
      if (found === undefined) throw new Error(`No window shows ${name}`);
      return found;
    }, file);
  return vi.waitFor(find, { timeout: 15_000, interval: 100 });
}

/** The page of ours in a window, once there is one. */
export async function pageAt(app: ElectronApplication, file: string): Promise<Page> {
  const find = () => app.windows().find((page) => page.url().endsWith(file) || page.url().includes(`${file}#`));
  await expect.poll(find).toBeDefined();
  const page = find();
  if (page === undefined) throw new Error(`No window shows ${file}`);
  return page;
}

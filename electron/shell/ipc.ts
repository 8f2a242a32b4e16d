import { ipcMain } from 'electron';

import { requestNames } from '../../shared/contract.ts';
import type { Reply } from '../../shared/contract.ts';
import { isTrusted } from './page.ts';

const refused: Reply = {
  ok: false,
  error: { code: 'bad-request', message: 'This page may not ask Ringside anything.' },
};

/**
 * Opens the way from the pages to the core, one channel for each request of the contract. Only the main frame of a page
 * of ours is heard. The core checks the arguments.
 */
export function serveIpc(request: (name: string, argument: unknown) => Promise<Reply>): void {
  for (const name of requestNames) {
    ipcMain.handle(name, (event, argument: unknown) => (isTrusted(event) ? request(name, argument) : refused));
  }
}

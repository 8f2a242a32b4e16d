import { ipcMain } from 'electron';
import type { IpcMainEvent, IpcMainInvokeEvent } from 'electron';

import { requestNames } from '../../shared/contract.ts';
import type { Reply } from '../../shared/contract.ts';
import { listeningChannel } from './channels.ts';
import { isOurPage } from './scheme.ts';

const refused: Reply = {
  ok: false,
  error: { code: 'bad-request', message: 'This page may not ask Ringside anything.' },
};

/**
 * Opens the way from the pages to the core: one channel for each request of the contract, and one on which a page says
 * that it listens. Only the main frame of a page of ours is heard. The core checks the arguments.
 */
export function serveIpc(options: {
  readonly request: (name: string, argument: unknown) => Promise<Reply>;
  readonly onListening: () => void;
}): void {
  for (const name of requestNames) {
    ipcMain.handle(name, (event, argument: unknown) => (isTrusted(event) ? options.request(name, argument) : refused));
  }
  ipcMain.on(listeningChannel, (event) => {
    if (isTrusted(event)) options.onListening();
  });
}

function isTrusted({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url);
}

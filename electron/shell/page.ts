import type { IpcMainEvent, IpcMainInvokeEvent, WebContents, WebPreferences } from 'electron';

import { listeningChannel } from './channels.ts';
import type { Outbox } from './outbox.ts';
import { isOurPage } from './scheme.ts';

/** What every window needs to show a page of ours. */
export interface PageOptions {
  readonly preload: string;
  readonly devTools: boolean;
}

/** The least that a page can live with: no Node, no webview, its preload in a world of its own. */
export function webPreferences({ preload, devTools }: PageOptions): WebPreferences {
  return {
    preload,
    devTools,
    sandbox: true,
    contextIsolation: true,
    nodeIntegration: false,
    webviewTag: false,
    spellcheck: false,
  };
}

/** Whether a message comes from a page of ours, and from the page itself, not from a frame in it. */
export function isTrusted({ senderFrame }: IpcMainEvent | IpcMainInvokeEvent): boolean {
  return senderFrame !== null && senderFrame.parent === null && isOurPage(senderFrame.url);
}

/** Opens and closes `outbox` as the page in `contents` begins and ceases to listen. */
export function followPage(contents: WebContents, outbox: Outbox): void {
  contents.ipc.on(listeningChannel, (event) => {
    if (isTrusted(event)) outbox.open();
  });
  contents.on('did-start-navigation', ({ isMainFrame, isSameDocument }) => {
    if (isMainFrame && !isSameDocument) outbox.close();
  });
  contents.once('destroyed', outbox.close);
}

import { app, session } from 'electron';

import { openExternally } from './openExternally.ts';
import { isOurPage, isOwnFile } from './scheme.ts';

/**
 * Takes from every page what Ringside's own has no use for: other pages, new windows, webviews, permissions and downloads,
 * but for the files that a page has made itself.
 * Electron would grant each of them by default. To be called once Electron is ready, before the first window.
 */
export function lockDown(): void {
  app.on('web-contents-created', (_event, contents) => {
    contents.setWindowOpenHandler(({ url, disposition }) => {
      // A link that the user clicked, in a note, to a recording or to somebody's mailbox, is for their other programs; no
      // script opens anything.
      if (isLink(disposition) && isOurPage(contents.getURL()) && /^(https:\/\/|mailto:)/.test(url))
        void openExternally(url);
      return { action: 'deny' };
    });
    contents.on('will-frame-navigate', (event) => {
      if (!isOurPage(event.url)) event.preventDefault();
    });
    contents.on('will-redirect', (event) => event.preventDefault());
    contents.on('will-attach-webview', (event) => event.preventDefault());
  });

  const { defaultSession } = session;
  defaultSession.setPermissionRequestHandler((contents, permission, grant) => {
    grant(isAllowed(permission) && isOurPage(contents.getURL()));
  });
  defaultSession.setPermissionCheckHandler(
    (contents, permission) => isAllowed(permission) && contents !== null && isOurPage(contents.getURL()),
  );
  defaultSession.setDevicePermissionHandler(() => false);
  defaultSession.on('will-download', (event, item) => {
    // The user says where it goes: Electron asks them.
    if (!isOwnFile(item.getURL())) event.preventDefault();
  });
}

/** `window.open` with no wishes comes as a tab in front as well: the pages have none, and the CSP lets no other code in. */
function isLink(disposition: string): boolean {
  return disposition === 'foreground-tab' || disposition === 'background-tab';
}

/** Copying a number is all a page may ask for. */
function isAllowed(permission: string): boolean {
  return permission === 'clipboard-sanitized-write';
}

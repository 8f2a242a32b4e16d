import { app } from 'electron';

import { linkScheme, refOfLink } from '../../shared/callLink.ts';

/**
 * Follows `ringside://call/<ref>`. macOS tells the running program; elsewhere the system starts Ringside once more with
 * the link as an argument. To be called before Electron is ready, or the link that started Ringside is missed. `registered`: the system is told that links are ours. A
 * Ringside run from its sources or from a stick would leave a registration behind that leads nowhere once it is gone.
 */
export function followLinks(open: (ref: string) => void, { registered }: { readonly registered: boolean }): void {
  app.on('open-url', (event, url) => {
    event.preventDefault();
    const ref = refOfLink(url);
    if (ref !== null) open(ref);
  });
  if (registered) app.setAsDefaultProtocolClient(linkScheme);
}

import { contextBridge, ipcRenderer } from 'electron';

import type { CardShell } from '../shared/cardMessage.ts';
import { requestNames } from '../shared/contract.ts';
import type { Bridge, Push } from '../shared/contract.ts';
import type { NoteShell } from '../shared/noteShell.ts';
import {
  cardArgument,
  cardChannel,
  listeningChannel,
  noteArgument,
  noteDoneChannel,
  pushChannel,
} from './shell/channels.ts';

const listeners = new Set<(push: Push) => void>();
ipcRenderer.on(pushChannel, (_event, push: Push) => {
  for (const listener of listeners) listener(push);
});

/** All that the page has beside the web platform. */
const bridge: Bridge = {
  host: 'electron',
  request(name, argument) {
    // The types stop at the page's door: without this, it could send to any channel.
    if (requestNames.includes(name)) return ipcRenderer.invoke(name, argument);
    return Promise.resolve({ ok: false, error: { code: 'bad-request', message: `There is no request "${name}".` } });
  },
  subscribe(listener) {
    listeners.add(listener);
    if (listeners.size === 1) ipcRenderer.send(listeningChannel);
    return () => {
      listeners.delete(listener);
    };
  },
};

contextBridge.exposeInMainWorld('ringside', bridge);

if (process.argv.includes(cardArgument)) {
  const shell: CardShell = { tell: (message) => ipcRenderer.send(cardChannel, message) };
  contextBridge.exposeInMainWorld('ringsideCard', shell);
}

if (process.argv.includes(noteArgument)) {
  const shell: NoteShell = { close: () => ipcRenderer.send(noteDoneChannel) };
  contextBridge.exposeInMainWorld('ringsideNote', shell);
}

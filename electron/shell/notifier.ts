import { Notification } from 'electron';

import type { Pop } from '../../shared/pop.ts';
import type { NotifyResult } from '../core/ports.ts';
import { notificationWords } from './notificationWords.ts';

/** How long the system may take to say that it shows a notification. */
const patienceMs = 2000;

/** Notifications of the operating system. */
export interface SystemNotifier {
  readonly show: (pop: Pop) => Promise<NotifyResult>;
  readonly close: (ref: string) => void;
  /** Takes every notification off the screen: nobody follows those calls any more. */
  readonly closeAll: () => void;
}

export function createSystemNotifier(onClick: (ref: string) => void): SystemNotifier {
  // Electron forgets the click of a notification that nothing refers to any more.
  const shown = new Map<string, Notification>();

  function close(ref: string): void {
    shown.get(ref)?.close();
    shown.delete(ref);
  }

  return {
    show(pop) {
      if (!Notification.isSupported()) {
        return Promise.resolve({ kind: 'declined', reason: 'This system shows no notifications.' });
      }
      const { ref } = pop.call;
      close(ref);
      const notification = new Notification({ ...notificationWords(pop), timeoutType: 'never' });
      shown.set(ref, notification);
      notification.on('click', () => {
        shown.delete(ref);
        onClick(ref);
      });
      notification.on('close', () => {
        if (shown.get(ref) === notification) shown.delete(ref);
      });
      return new Promise((resolve) => {
        const timer = setTimeout(
          () => resolve({ kind: 'declined', reason: 'The system did not say whether it shows the notification.' }),
          patienceMs,
        );
        const settle = (result: NotifyResult) => {
          clearTimeout(timer);
          resolve(result);
        };
        notification.on('show', () => settle({ kind: 'shown' }));
        notification.on('failed', (_event, reason) => {
          // Linux gives none: Electron writes it to the terminal.
          settle({ kind: 'declined', reason: reason || 'The system could not show the notification.' });
        });
        notification.show();
      });
    },
    close,
    closeAll() {
      for (const ref of shown.keys()) close(ref);
    },
  };
}

import { Notification } from 'electron';

import type { Pop } from '../../shared/pop.ts';
import type { NotifyResult } from '../core/ports.ts';
import { takesNotifications } from './notificationService.ts';
import { notificationWords } from './notificationWords.ts';

/** How long the system may take to say that it shows a notification. */
const patienceMs = 2000;

/** Notifications of the operating system. */
export interface SystemNotifier {
  readonly show: (pop: Pop) => Promise<NotifyResult>;
  readonly close: (ref: string) => void;
  /** Takes every notification off the screen: nobody follows those calls any more. Resolves when that is done. */
  readonly closeAll: () => Promise<void>;
}

export function createSystemNotifier(onClick: (ref: string) => void): SystemNotifier {
  /** By ref: on the screen, or on its way there. Electron forgets the click of one that nothing refers to any more. */
  const shown = new Map<string, Notification>();
  let asking: Promise<boolean> | null = null;

  /** Asked once for all that is to be shown or closed at a time. */
  function isReady(): Promise<boolean> {
    asking ??= takesNotifications().finally(() => {
      asking = null;
    });
    return asking;
  }

  async function close(ref: string): Promise<void> {
    const notification = shown.get(ref);
    shown.delete(ref);
    if (notification !== undefined && (await isReady())) notification.close();
  }

  return {
    async show(pop) {
      if (!Notification.isSupported()) return declined('This system shows no notifications.');
      const { ref } = pop.call;
      void close(ref);
      const notification = new Notification({
        ...notificationWords(pop),
        timeoutType: 'never',
        // A phone that rings is worth more than a program in full screen; a call that is over is not.
        urgency: pop.state === 'ringing' ? 'critical' : 'normal',
      });
      shown.set(ref, notification);
      notification.on('click', () => {
        shown.delete(ref);
        onClick(ref);
      });
      notification.on('close', () => {
        if (shown.get(ref) === notification) shown.delete(ref);
      });
      const isTaken = await isReady();
      if (shown.get(ref) !== notification) return declined('It was over before it could be shown.');
      if (isTaken) return raise(notification);
      shown.delete(ref);
      return declined('The notification service of this desktop does not answer.');
    },
    close: (ref) => void close(ref),
    async closeAll() {
      await Promise.all([...shown.keys()].map(close));
    },
  };
}

/** Shows it, and waits for what the system says to that. */
function raise(notification: Notification): Promise<NotifyResult> {
  return new Promise((resolve) => {
    const settle = (result: NotifyResult) => {
      clearTimeout(timer);
      resolve(result);
    };
    const timer = setTimeout(
      () => settle(declined('The system did not say whether it shows the notification.')),
      patienceMs,
    );
    notification.on('show', () => settle({ kind: 'shown' }));
    // Linux gives no reason: Electron writes it to the terminal.
    notification.on('failed', (_event, reason) => {
      settle(declined(reason || 'The system could not show the notification.'));
    });
    notification.show();
  });
}

function declined(reason: string): NotifyResult {
  return { kind: 'declined', reason };
}

import { Notification } from 'electron';

import type { Pop } from '../../shared/pop.ts';
import type { Words } from '../../shared/words/words.ts';
import type { NotifyResult } from '../core/ports.ts';
import { takesNotifications } from './notificationService.ts';
import { notificationWords } from './notificationWords.ts';
import type { Speech } from './speech.ts';

/** Notifications of missed calls lie in the system's list for days; the oldest of more than these cannot be clicked. */
const most = 100;

/** How long the system may take to say that it shows a notification. */
const patienceMs = 2000;

/** Notifications of the operating system. */
export interface SystemNotifier {
  readonly show: (pop: Pop) => Promise<NotifyResult>;
  readonly close: (ref: string) => void;
  /** Takes every notification off the screen: nobody follows those calls any more. Resolves when that is done. */
  readonly closeAll: () => Promise<void>;
}

/**
 * To be called once Electron is ready. Ringside takes its notifications along when it ends, so that one is left to be
 * clicked only after a crash. macOS gives those back, and the click opens their call even when it starts Ringside. Windows
 * starts Ringside too but does not say for which call; Linux tells nobody of such a click.
 */
export function createSystemNotifier(speech: Speech, onClick: (ref: string) => void): SystemNotifier {
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

  function keep(ref: string, notification: Notification): void {
    shown.set(ref, notification);
    notification.on('click', () => {
      shown.delete(ref);
      onClick(ref);
    });
    notification.on('close', () => {
      if (shown.get(ref) === notification) shown.delete(ref);
    });
  }

  async function keepThoseOfBefore(): Promise<void> {
    const left = await Notification.getHistory();
    for (const notification of left) keep(notification.id, notification);
  }
  if (process.platform === 'darwin') void keepThoseOfBefore().catch(() => undefined);

  async function close(ref: string): Promise<void> {
    const notification = shown.get(ref);
    shown.delete(ref);
    if (notification !== undefined && (await isReady())) notification.close();
  }

  return {
    async show(pop) {
      const words = speech.words().shell.notifications;
      if (!Notification.isSupported()) return declined(words.unsupported);
      const { ref } = pop.call;
      void close(ref);
      const notification = new Notification({
        ...notificationWords(pop, speech.words().notification),
        // By which macOS gives it back after a crash. Windows takes no id as long as a ref may be.
        ...(process.platform === 'darwin' ? { id: ref } : {}),
        // One that rings stays until the ringing ends. A morning of missed calls must not fill the screen: those go into the
        // system's list of notifications.
        timeoutType: pop.state === 'ringing' ? 'never' : 'default',
        // A phone that rings is worth more than a program in full screen; a call that is over is not.
        urgency: pop.state === 'ringing' ? 'critical' : 'normal',
      });
      keep(ref, notification);
      const [oldest] = shown.keys();
      if (shown.size > most && oldest !== undefined) shown.delete(oldest);
      const isTaken = await isReady();
      if (shown.get(ref) !== notification) return { kind: 'not-needed' };
      if (isTaken) return raise(notification, words);
      shown.delete(ref);
      return declined(words.silent);
    },
    close: (ref) => void close(ref),
    async closeAll() {
      await Promise.all([...shown.keys()].map(close));
    },
  };
}

/** Shows it, and waits for what the system says to that. */
function raise(notification: Notification, words: Words['shell']['notifications']): Promise<NotifyResult> {
  return new Promise((resolve) => {
    const settle = (result: NotifyResult) => {
      clearTimeout(timer);
      resolve(result);
    };
    const timer = setTimeout(() => settle(declined(words.unsaid)), patienceMs);
    notification.on('show', () => settle({ kind: 'shown' }));
    // Linux gives no reason: Electron writes it to the terminal.
    notification.on('failed', (_event, reason) => {
      const said = reason || words.failed;
      settle(declined(process.platform === 'darwin' ? `${said} ${words.mac}` : said));
    });
    notification.show();
  });
}

function declined(reason: string): NotifyResult {
  return { kind: 'declined', reason };
}

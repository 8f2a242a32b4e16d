import { createContext } from 'react';

import type { Pop } from '../../shared/pop.ts';
import { notificationWords } from '../../shared/words/notificationWords.ts';
import type { Words } from '../../shared/words/words.ts';

/** What Ringside uses of the browser's `Notification`. */
export interface NotificationClass {
  new (title: string, options: NotificationOptions): EventTarget & { close(): void };
  readonly permission: NotificationPermission;
  requestPermission(): Promise<NotificationPermission>;
}

export type Permission = NotificationPermission | 'unsupported';

/** Notifications of a page in an ordinary browser, which shows none until its user has allowed them. */
export interface WebNotifier {
  readonly permission: () => Permission;
  /** Calls back when the permission may be another. Returns the way to unsubscribe. */
  readonly subscribe: (listener: () => void) => () => void;
  /** Has the browser ask its user. Only for a click: browsers hold it against a page that asks out of nowhere. */
  readonly askPermission: () => Promise<void>;
  /** Shows a notification, if that is permitted. Returns the way to close it. */
  readonly show: (pop: Pop, words: Words['notification'], onClick: () => void) => () => void;
}

/** `Notification` is undefined in a browser that has none. */
export function createWebNotifier(Notification: NotificationClass | undefined): WebNotifier {
  const listeners = new Set<() => void>();
  return {
    permission: () => Notification?.permission ?? 'unsupported',
    subscribe(listener) {
      listeners.add(listener);
      // Who changes the permission in the browser's own settings comes back to the page afterwards.
      window.addEventListener('focus', listener);
      return () => {
        listeners.delete(listener);
        window.removeEventListener('focus', listener);
      };
    },
    async askPermission() {
      await Notification?.requestPermission();
      for (const listener of listeners) listener();
    },
    show(pop, words, onClick) {
      if (Notification?.permission !== 'granted') return () => undefined;
      const { title, body } = notificationWords(pop, words);
      const isMissed = pop.state === 'missed';
      const notification = new Notification(title, {
        body,
        // Tabs that raise the same tag share one notification, and it is heard once. A tab that takes the ringing away
        // would take a missed call of the same tag along.
        tag: isMissed ? `missed ${pop.call.ref}` : pop.call.ref,
        // A morning of missed calls must not fill the screen: the system's list of notifications keeps them.
        requireInteraction: !isMissed,
      });
      notification.addEventListener('click', () => {
        notification.close();
        onClick();
      });
      return () => notification.close();
    },
  };
}

/** Null where the host raises notifications by itself. */
export const WebNotifierContext = createContext<WebNotifier | null>(null);

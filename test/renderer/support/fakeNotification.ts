import type { NotificationClass } from '../../../renderer/pops/webNotifier.ts';

/** A notification that was raised, and what became of it. */
export interface Raised extends EventTarget {
  readonly title: string;
  readonly options: NotificationOptions;
  isClosed: boolean;
}

/** A browser's `Notification`, whose user answers with `answer` when asked. */
export function fakeNotification(permission: NotificationPermission, answer: NotificationPermission = 'granted') {
  const raised: Raised[] = [];
  const Notification: NotificationClass = class extends EventTarget implements Raised {
    static permission = permission;
    static requestPermission() {
      this.permission = answer;
      return Promise.resolve(answer);
    }

    readonly title: string;
    readonly options: NotificationOptions;
    isClosed = false;

    constructor(title: string, options: NotificationOptions) {
      super();
      this.title = title;
      this.options = options;
      raised.push(this);
    }

    close() {
      this.isClosed = true;
    }
  };
  return { Notification, raised };
}

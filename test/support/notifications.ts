import { execFile, spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';

import type { Desktop } from './desktop.ts';
import { end } from './desktop.ts';

/** A notification as it went over the bus. */
export interface SeenNotification {
  readonly title: string;
  readonly body: string;
}

/** What the notification daemon of a desktop is told. */
export interface NotificationWatch {
  readonly seen: readonly SeenNotification[];
  /** How many are on the screen now. */
  displayed(): Promise<number>;
  /** Does what a click on the newest notification does. */
  click(): Promise<void>;
  close(): Promise<void>;
}

/** Listens to the bus of `desktop`. Resolves once it does, so that nothing after it is missed. */
export async function watchNotifications(desktop: Desktop): Promise<NotificationWatch> {
  const env = { ...process.env, ...desktop.env };
  const rule = "interface='org.freedesktop.Notifications',member='Notify'";
  const monitor = spawn('dbus-monitor', ['--session', rule], { env, stdio: ['ignore', 'pipe', 'ignore'] });
  const seen: SeenNotification[] = [];
  const dunst = async (...words: string[]) => (await promisify(execFile)('dunstctl', words, { env })).stdout;

  /** The texts of the call that is being read; null between two calls. */
  let texts: string[] | null = null;
  const lines = createInterface(monitor.stdout);
  lines.on('line', (line) => {
    if (line.endsWith('member=Notify')) texts = [];
    const text = /^ {3}string "(.*?)"?$/.exec(line)?.[1];
    if (texts === null || text === undefined) return;
    texts.push(text);
    // The arguments of Notify: application, (number), icon, summary, body.
    const [, , title, body] = texts;
    if (title === undefined || body === undefined) return;
    seen.push({ title, body });
    texts = null;
  });
  await once(lines, 'line');

  return {
    seen,
    displayed: async () => Number((await dunst('count', 'displayed')).trim()),
    click: async () => void (await dunst('action', '0')),
    async close() {
      await end(monitor);
    },
  };
}

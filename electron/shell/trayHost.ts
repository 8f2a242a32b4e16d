import { askSessionBus } from './sessionBus.ts';

const watcher = 'org.kde.StatusNotifierWatcher';

/**
 * Whether this desktop shows tray icons now. Every desktop does but some of Linux, where only a "status notifier host"
 * counts: that is what can be asked for. When nobody can be asked, none is there, so that nobody gets a program they
 * cannot see.
 */
export async function hasTray(): Promise<boolean> {
  if (process.platform !== 'linux') return true;
  const answer = await askSessionBus({
    program: watcher,
    path: '/StatusNotifierWatcher',
    method: 'org.freedesktop.DBus.Properties.Get',
    strings: [watcher, 'IsStatusNotifierHostRegistered'],
  });
  return answer.kind === 'answered' && /\btrue\b/.test(answer.text);
}

import { execFile, spawn } from 'node:child_process';
import type { ChildProcess, SpawnOptions } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { promisify } from 'node:util';

/**
 * A Linux desktop of the test's own, without a screen: an X server, a session bus and a notification daemon. Nothing
 * of it reaches the desktop that the tests were started from. Other systems have one desktop, and use it.
 */
export interface Desktop {
  /** What a program needs in its environment to live there. */
  readonly env: Readonly<Record<string, string>>;
  /** Makes the notification daemon hang until the function returned is called. */
  hangNotifications(): () => void;
  close(): Promise<void>;
}

const programs = ['Xvfb', 'dbus-daemon', 'dbus-monitor', 'gdbus', 'dunst', 'dunstctl'];

/** What is missing for a desktop here; null when nothing is. */
export function missingForDesktop(): string | null {
  if (process.platform !== 'linux') return null;
  const missing = programs.filter((program) => !isInstalled(program));
  return missing.length === 0 ? null : `${missing.join(', ')} not installed`;
}

export async function openDesktop(): Promise<Desktop> {
  if (process.platform !== 'linux') {
    return { env: {}, hangNotifications: () => () => undefined, close: () => Promise.resolve() };
  }
  // Both write where they listen to file descriptor 3 once they do.
  const screen = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24', '-nolisten', 'tcp'], announcing);
  const onScreen = { DISPLAY: `:${await announced(screen)}` };
  // The bus starts programs as well, and those belong on the same screen.
  const bus = spawn('dbus-daemon', ['--session', '--nofork', '--print-address=3'], {
    ...announcing,
    env: { ...process.env, ...onScreen },
  });
  const env = { ...onScreen, DBUS_SESSION_BUS_ADDRESS: await announced(bus) };
  const inside = { env: { ...process.env, ...env } };
  const daemon = spawn('dunst', [], { stdio: 'ignore', ...inside });
  await promisify(execFile)('gdbus', ['wait', '--session', '--timeout', '30', 'org.freedesktop.Notifications'], inside);
  return {
    env,
    hangNotifications() {
      daemon.kill('SIGSTOP');
      return () => daemon.kill('SIGCONT');
    },
    async close() {
      await end(daemon);
      await end(bus);
      await end(screen);
    },
  };
}

const announcing: SpawnOptions = { stdio: ['ignore', 'ignore', 'ignore', 'pipe'] };

async function announced(child: ChildProcess): Promise<string> {
  const [line] = (await once(createInterface(child.stdio[3] as Readable), 'line')) as [string];
  return line;
}

/** Ends a process that the test started, and waits until it is gone. */
export async function end(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = once(child, 'exit');
  child.kill(signal);
  await gone;
}

/** Whether a program can be found in the search path. */
export function isInstalled(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

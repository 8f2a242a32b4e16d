import { readFileSync, statSync } from 'node:fs';
import { dirname, join } from 'node:path';

/**
 * Why Chromium would refuse to run in its sandbox; null when it would not, as far as one can tell. Without this, all
 * that is to be seen is Chromium's own abort. Linux alone has such places.
 */
export function sandboxProblem(electron: string): string | null {
  if (process.platform !== 'linux') return null;
  if (process.getuid?.() === 0) return 'does not work for root';
  return userNamespacesAllowed() || hasSetuidHelper(electron) ? null : 'needs user namespaces, which are switched off';
}

/** The settings with which Debian, Ubuntu and the kernel itself forbid them; what is not there forbids nothing. */
function userNamespacesAllowed(): boolean {
  return (
    setting('kernel/unprivileged_userns_clone') !== '0' &&
    setting('kernel/apparmor_restrict_unprivileged_userns') !== '1' &&
    setting('user/max_user_namespaces') !== '0'
  );
}

function setting(name: string): string | null {
  try {
    return readFileSync(join('/proc/sys', name), 'utf8').trim();
  } catch {
    return null;
  }
}

/** Chromium's other way: a helper beside it that belongs to root and runs as root. */
function hasSetuidHelper(electron: string): boolean {
  const helper = statSync(join(dirname(electron), 'chrome-sandbox'), { throwIfNoEntry: false });
  return helper !== undefined && helper.uid === 0 && (helper.mode & 0o4000) !== 0;
}

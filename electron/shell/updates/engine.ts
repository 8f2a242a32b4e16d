import { CancellationToken } from 'electron-updater';
import type { AppUpdater } from 'electron-updater';

import type { UpdateChannel } from '../../../shared/updates.ts';
import type { UpdateEvent } from './course.ts';
import { plainNotes } from './notes.ts';
import { signedProvider } from './signedProvider.ts';
import type { UpdateSource } from './source.ts';
import { detailOf, troubleOf } from './trouble.ts';

/** What finds, fetches and installs newer versions. */
export interface Engine {
  /** Looks once, and fetches what is found. Resolves when that is over; what comes of it is told as events. */
  look(channel: UpdateChannel): Promise<void>;
  /** Breaks a look off of which nothing comes. */
  giveUp(): void;
  /** Whether what was fetched is installed when Ringside ends by itself. */
  installAtQuit(does: boolean): void;
  /** Installs what was fetched, ends the process and starts the new version: or this one, when it cannot be installed. */
  install(): void;
}

/** How one system's updater goes on once it has a file that is proven. */
export interface Handover {
  /** Calls back when the file can be installed. */
  readonly whenReady: (ready: () => void) => void;
  readonly install: () => void;
}

/** Sets an updater of electron-updater up for versions from `source`, and puts what it reports into our words. */
export function engineOn(
  updater: AppUpdater,
  handover: Handover,
  source: UpdateSource,
  tell: (event: UpdateEvent) => void,
): Engine {
  let token = new CancellationToken();
  updater.logger = null;
  // Done below, so that one token breaks off both.
  updater.autoDownload = false;
  updater.disableWebInstaller = true;
  updater.setFeedURL({ provider: 'custom', updateProvider: signedProvider(source, () => token) });

  updater.on('checking-for-update', () => tell({ kind: 'looking' }));
  updater.on('update-not-available', () => tell({ kind: 'nothing-newer' }));
  updater.on('update-available', ({ version }) => tell({ kind: 'found', version }));
  updater.on('download-progress', ({ percent }) => tell({ kind: 'progress', percent }));
  updater.on('update-downloaded', ({ version, releaseNotes }) =>
    handover.whenReady(() => tell({ kind: 'downloaded', version, notes: plainNotes(releaseNotes) })),
  );
  updater.on('update-cancelled', () => tell({ kind: 'failed', trouble: 'offline', detail: '' }));
  updater.on('error', (error) => tell({ kind: 'failed', trouble: troubleOf(error), detail: detailOf(error) }));

  return {
    async look(channel) {
      updater.channel = channel === 'stable' ? 'latest' : 'beta';
      // The library allows it with every change of the channel. An older Ringside cannot read a newer one's database.
      updater.allowDowngrade = false;
      token = new CancellationToken();
      try {
        const found = await updater.checkForUpdates();
        if (found?.isUpdateAvailable === true) await updater.downloadUpdate(token);
      } catch {
        // Told as an event already.
      }
    },
    giveUp: () => token.cancel(),
    installAtQuit(does) {
      updater.autoInstallOnAppQuit = does;
    },
    install: handover.install,
  };
}

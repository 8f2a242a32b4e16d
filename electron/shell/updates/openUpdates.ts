import { app } from 'electron';

import type { Push } from '../../../shared/contract.ts';
import type { Core } from '../coreSupervisor.ts';
import type { Speech } from '../speech.ts';
import { installationOf } from './installation.ts';
import { loadEngine } from './loadEngine.ts';
import type { UpdateSource } from './source.ts';
import { createUpdates } from './updates.ts';
import type { UpdateDesk } from './updates.ts';

/** Put in by the build (vite.config.ts). Null in one that is not signed, which holds no updater either. */
declare const updateSource: UpdateSource | null;

interface OpenOptions {
  readonly isPortable: boolean;
  readonly core: Pick<Core, 'request'>;
  readonly endWith: (install: () => void) => void;
  readonly push: (push: Push) => void;
  readonly warn: (words: string) => void;
  readonly speech: Speech;
}

const minuteMs = 60_000;

/** The updates of this very program. To be called once Electron is ready. */
export function openUpdates({ isPortable, speech, ...rest }: OpenOptions): UpdateDesk {
  const updates = createUpdates({
    ...rest,
    installation: installationOf({
      isPackaged: app.isPackaged,
      isPortable,
      source: updateSource,
      platform: process.platform,
      env: process.env,
      resources: process.resourcesPath,
    }),
    loadEngine: (tell) =>
      updateSource === null ? Promise.reject(new Error('This build is not signed.')) : loadEngine(updateSource, tell),
    refusalWords: (kind) => speech.words().refusals[kind],
    nowUs: () => Date.now() * 1000,
    spread: Math.random(),
  });
  setInterval(() => void updates.tick(), minuteMs);
  return updates;
}

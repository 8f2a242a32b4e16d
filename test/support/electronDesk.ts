import { afterAll, beforeAll, beforeEach, expect } from 'vitest';

import { openDesktop, type Desktop } from './desktop.ts';
import { launchRingside, type ElectronRingside } from './electron.ts';
import { tempFolder } from './tempFolder.ts';
import { electronForTests } from './testElectron.ts';
import { manageWindows, missingForWindows, type ManagedDesktop } from './windowManager.ts';
import { answerEvent, hangupEvent, ringEvent } from './wire.ts';

export const electron = await electronForTests();

/** Why tests on a managed desktop are left out here; null when they can run. */
export const missing = electron.kind === 'absent' ? electron.reason : missingForWindows();
export const leftOut = missing === null ? {} : { meta: { leftOut: missing } };

/** The desk of an agent: a desktop with another program that has the keyboard, and a Ringside to be started on it. */
export interface ElectronDesk {
  readonly desktop: Desktop;
  readonly windows: ManagedDesktop;
  /** New for each test. */
  readonly dataDir: string;
  /** Starts Ringside; it is closed when the test is over. */
  launch(...more: string[]): Promise<ElectronRingside>;
}

/** For the tests of a `describe`: one desktop for all of them. */
export function useDesk(): ElectronDesk {
  let desktop: Desktop;
  let windows: ManagedDesktop;
  let dataDir: string;
  beforeAll(async () => {
    desktop = await openDesktop();
    windows = await manageWindows(desktop);
  });
  afterAll(async () => {
    await windows.close();
    await desktop.close();
  });
  beforeEach(() => {
    dataDir = tempFolder();
  });
  return {
    get desktop() {
      return desktop;
    },
    get windows() {
      return windows;
    },
    get dataDir() {
      return dataDir;
    },
    launch: (...more) => launchRingside(electron, desktop, dataDir, more),
  };
}

/** Lets calls ring a Ringside, one story for each ref. */
export interface Calls {
  ring(ref: string): Promise<void>;
  answer(ref: string): Promise<void>;
  hangUp(ref: string, cause?: string): Promise<void>;
}

export function callsTo(ringside: ElectronRingside): Calls {
  /** When each call began to ring. */
  const rangAtUs = new Map<string, number>();
  const namesOf = (ref: string) => ({ ref, channel_uuid: `${ref}-leg`, originating_leg_uuid: ref });
  const sinceRing = (ref: string) => {
    const rangUs = Number(rangAtUs.get(ref));
    return { rangUs, forUs: Date.now() * 1000 - rangUs };
  };

  async function deliver(event: Record<string, unknown>): Promise<void> {
    await expect.poll(() => ringside.webhook()).not.toBeNull();
    const answer = await fetch(String(await ringside.webhook()), { method: 'POST', body: JSON.stringify(event) });
    expect(answer.status).toBe(200);
  }

  return {
    ring(ref) {
      const nowUs = Date.now() * 1000;
      rangAtUs.set(ref, nowUs);
      return deliver(ringEvent(nowUs, namesOf(ref)));
    },
    answer(ref) {
      const { rangUs, forUs } = sinceRing(ref);
      return deliver(answerEvent(rangUs, forUs, namesOf(ref)));
    },
    hangUp(ref, cause = 'ORIGINATOR_CANCEL') {
      const { rangUs, forUs } = sinceRing(ref);
      return deliver(hangupEvent(rangUs, forUs, cause, namesOf(ref)));
    },
  };
}

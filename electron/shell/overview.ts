import { setTimeout as pause } from 'node:timers/promises';

import type { CallRow } from '../../shared/call.ts';
import type { Pop } from '../../shared/pop.ts';
import type { Reach } from '../../shared/reach.ts';
import type { Settings, SettingsView } from '../../shared/settings.ts';
import type { Status } from '../../shared/status.ts';
import { askCore } from './askCore.ts';
import type { Core } from './coreSupervisor.ts';

/** How many calls the tray's menu lists. */
const recentCalls = 5;

/** In ms, before each round: the card of a call comes up first, and what changes together is read together. */
const pauseMs = 100;

/** All that the shell itself shows of the core's world. */
export interface Overview {
  /** Null while the core cannot answer. */
  readonly status: Status | null;
  /** Null while the core cannot tell. */
  readonly reach: Reach | null;
  readonly settings: Settings | null;
  /** Which of the settings the user cannot change. */
  readonly held: SettingsView['held'];
  /** Newest first. */
  readonly pops: readonly Pop[];
  /** Newest first, five at most. */
  readonly recent: readonly CallRow[];
  /** How many people wait to be called back. */
  readonly toCallBack: number;
}

/**
 * Reads the overview whenever it is told to, and hands it to `show`. One round at a time: what changes meanwhile causes
 * one more, so that a busy hour costs no more than it has to. Returns the way to have it read.
 */
export function watchOverview(core: Pick<Core, 'request'>, show: (overview: Overview) => void): () => void {
  let round: 'none' | 'waiting' | 'reading' | 'outdated' = 'none';

  async function read(): Promise<Overview> {
    const [status, reach, view, pops, page, toCallBack] = await Promise.all([
      askCore(core, 'status.get', undefined),
      askCore(core, 'reach.get', undefined),
      askCore(core, 'settings.get', undefined),
      askCore(core, 'pops.list', undefined),
      askCore(core, 'calls.page', { after: null, limit: recentCalls }),
      askCore(core, 'followUps.count', undefined),
    ]);
    return {
      status,
      reach,
      settings: view?.settings ?? null,
      held: view?.held ?? {},
      pops: pops ?? [],
      recent: page?.calls ?? [],
      toCallBack: toCallBack ?? 0,
    };
  }

  async function readUntilQuiet(): Promise<void> {
    let overview: Overview;
    do {
      round = 'waiting';
      await pause(pauseMs);
      round = 'reading';
      overview = await read();
      show(overview);
    } while (isOutdated());
    round = 'none';
  }

  /** In a function of its own, for the compiler does not know that others write `round` meanwhile. */
  const isOutdated = () => round === 'outdated';

  return () => {
    if (round === 'none') void readUntilQuiet();
    else if (round === 'reading') round = 'outdated';
  };
}

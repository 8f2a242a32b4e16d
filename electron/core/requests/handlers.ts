import type { Settings, SettingsView } from '../../../shared/settings.ts';
import type { Status } from '../../../shared/status.ts';
import { whyOf } from '../calls/why.ts';
import type { openPops } from '../pops.ts';
import type { Clock, Log } from '../ports.ts';
import { describe, type Keeper } from '../store/keeper.ts';
import { preview, rebuild } from '../store/rebuild.ts';
import type { Store } from '../store/store.ts';
import { type Handlers, Refusal } from './answerRequest.ts';
import { callChange } from './callChange.ts';
import { callRow } from './callRow.ts';

interface HandlerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly keeper: () => Keeper | null;
  readonly pops: ReturnType<typeof openPops>;
  readonly settings: () => SettingsView;
  /** @throws Refusal when a start option holds one of them, or the disk does not take it */
  readonly changeSettings: (patch: Partial<Settings>) => void;
  readonly status: () => Status;
  readonly dismissNotices: () => void;
  readonly rebuilt: () => void;
}

/** What every request does. Thin: each asks one part of the core. */
export function handlersFor(options: HandlerOptions): Handlers {
  const { clock, log, keeper, pops, settings, changeSettings, status, dismissNotices, rebuilt } = options;

  const store = (): Store => {
    const keeping = keeper();
    const open = keeping?.current();
    if (open === null || open === undefined) {
      throw new Refusal('unavailable', describe(keeping?.state() ?? status().store));
    }
    return open;
  };

  return {
    'calls.page': ({ after, limit }) => {
      const calls = store().calls.page(after, limit + 1);
      const page = calls.slice(0, limit);
      const last = page.at(-1);
      const next = calls.length > limit && last !== undefined ? { startedAtUs: last.startedAtUs, ref: last.ref } : null;
      return { calls: page.map(callRow), next };
    },
    'calls.live': () => store().calls.live().map(callRow),
    'calls.get': (ref) => {
      const call = store().calls.get(ref);
      return call === null
        ? null
        : { call: callRow(call), why: whyOf(call), legs: call.legs, events: store().events.raw(ref) };
    },
    'pops.list': () => pops.list(),
    'pops.dismiss': (ref) => {
      pops.dismiss(ref);
      return null;
    },
    'settings.get': () => settings(),
    'settings.change': (patch) => {
      changeSettings(patch);
      return settings();
    },
    'status.get': () => status(),
    'notices.dismiss': () => {
      dismissNotices();
      return null;
    },
    'log.rebuild': async () => {
      const startedUs = clock.nowUs();
      const { calls } = await rebuild(store(), { clock, log });
      rebuilt();
      return { calls, milliseconds: Math.round((clock.nowUs() - startedUs) / 1000) };
    },
    'log.preview': async () => {
      const { calls, changed, changes } = await preview(store(), { clock, log });
      return { calls, changed, changes: changes.map(callChange) };
    },
    'rejected.list': () => store().rejected.list(),
  };
}

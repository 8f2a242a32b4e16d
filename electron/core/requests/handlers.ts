import type { Settings, SettingsView } from '../../../shared/settings.ts';
import type { Status } from '../../../shared/status.ts';
import type { openPops } from '../pops.ts';
import type { Clock, Log, Opener } from '../ports.ts';
import type { LoggedCall } from '../store/callTable.ts';
import { reopen, settleByHand } from '../store/followUps.ts';
import type { Keeper } from '../store/keeper.ts';
import { writeNote } from '../store/notes.ts';
import { preview, rebuild } from '../store/rebuild.ts';
import { fillAddress } from '../templates/address.ts';
import { openFor, type Purpose } from '../templates/openFor.ts';
import { sampleCall } from '../templates/sampleCall.ts';
import type { Undo } from '../undo.ts';
import { type Handlers, Refusal } from './answerRequest.ts';
import { callChange } from './callChange.ts';
import { callOf, detailOf } from './callDetail.ts';
import { callRow, followUpOf } from './callRow.ts';
import { contactHandlers } from './contactHandlers.ts';
import { exportHandlers } from './exportHandlers.ts';
import { followUpCount, followUpList } from './followUpList.ts';
import { importHandlers } from './importHandlers.ts';
import { notBuilt } from './notBuilt.ts';
import { removalHandlers } from './removalHandlers.ts';
import { statisticsHandlers } from './statisticsHandlers.ts';
import { storeAccess } from './storeAccess.ts';
import { tagHandlers } from './tagHandlers.ts';

export interface HandlerOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly keeper: () => Keeper | null;
  readonly opener: Opener;
  readonly undo: Undo;
  readonly pops: ReturnType<typeof openPops>;
  readonly settings: () => SettingsView;
  /** @throws Refusal when a start option holds one of them, or the disk does not take it */
  readonly changeSettings: (patch: Partial<Settings>) => void;
  readonly status: () => Status;
  readonly dismissNotices: () => void;
  /** The log is another now, by what a window asked for. */
  readonly callsChanged: () => void;
}

/** What every request does. Thin: each asks one part of the core. */
export function handlersFor(options: HandlerOptions): Handlers {
  const { clock, log, keeper, opener, pops, settings, changeSettings, status, dismissNotices, callsChanged } = options;

  const access = storeAccess(keeper, () => status().store);
  const { store, write } = access;

  const openOrRefuse = async (purpose: Purpose, ref: string): Promise<null> => {
    const call = callOf(store(), ref);
    if (call === null) throw new Refusal('bad-request', 'This call is not in the log.');
    const result = await openFor(purpose, call, settings().settings, { opener, log });
    if (result.kind === 'declined') throw new Refusal('bad-request', result.reason);
    return null;
  };

  const row = (call: LoggedCall) => callRow(call, settings().settings, followUpOf(call, settings().settings));

  const ports = { clock, log, silence: () => settings().settings };

  return {
    ...contactHandlers(options),
    ...importHandlers(options),
    ...exportHandlers(options, access),
    ...statisticsHandlers(options),
    ...tagHandlers(options),
    ...removalHandlers(options, access),
    'calls.count': () => notBuilt(),
    'followUps.snooze': () => notBuilt(),
    'calls.page': ({ after, limit }) => {
      const calls = store().calls.page(after, limit + 1);
      const page = calls.slice(0, limit);
      const last = page.at(-1);
      const next = calls.length > limit && last !== undefined ? { startedAtUs: last.startedAtUs, ref: last.ref } : null;
      return { calls: page.map(row), next };
    },
    'calls.live': () => store().calls.live().map(row),
    'calls.get': (ref) => detailOf(store(), ref, settings().settings),
    'followUps.list': () => followUpList(store(), settings().settings),
    'followUps.count': () => followUpCount(store(), settings().settings),
    'followUps.settle': ({ refs, reason }) => {
      write((open) => settleByHand(open, refs, reason, clock.nowUs()));
      callsChanged();
      return null;
    },
    'followUps.reopen': ({ refs }) => {
      write((open) => reopen(open, refs, clock.nowUs()));
      callsChanged();
      return null;
    },
    'pops.list': () => pops.list(),
    'pops.dismiss': (ref) => {
      pops.dismiss(ref);
      return null;
    },
    'pops.silence': (ref) => {
      pops.silence(ref);
      return null;
    },
    'pops.keep': (ref) => {
      pops.keep(ref);
      return null;
    },
    'notes.set': ({ ref, note }) => {
      write((open) => writeNote(open, ref, note, clock.nowUs()));
      callsChanged();
      return null;
    },
    'calls.openCrm': (ref) => openOrRefuse('crm', ref),
    'calls.callBack': (ref) => openOrRefuse('call-back', ref),
    'templates.preview': ({ template, httpHosts }) => {
      const [newest] = settings().settings.masked ? [] : [...store().calls.live(), ...store().calls.page(null, 1)];
      return fillAddress(template, newest ?? sampleCall, { name: '', httpHosts });
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
      const { calls } = await rebuild(store(), ports);
      callsChanged();
      return { calls, milliseconds: Math.round((clock.nowUs() - startedUs) / 1000) };
    },
    'log.preview': async () => {
      const { calls, changed, changes } = await preview(store(), ports);
      return { calls, changed, changes: changes.map((change) => callChange(change, settings().settings)) };
    },
    'rejected.list': () => store().rejected.list(),
  };
}

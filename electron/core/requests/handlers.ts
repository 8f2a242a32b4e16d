import { everyCall } from '../../../shared/callFilter.ts';
import type { Settings, SettingsView } from '../../../shared/settings.ts';
import type { Status } from '../../../shared/status.ts';
import type { Receipt } from '../ingest/inbox.ts';
import type { openPops } from '../pops.ts';
import type { Clock, Log, Opener } from '../ports.ts';
import type { ReachDesk } from '../reach/openReach.ts';
import type { LoggedCall } from '../store/callTable.ts';
import { nameOf } from '../store/contactNames.ts';
import { reopen, settleByHand, snooze } from '../store/followUps.ts';
import type { Keeper } from '../store/keeper.ts';
import { writeNote } from '../store/notes.ts';
import { preview, rebuild } from '../store/rebuild.ts';
import type { Store } from '../store/store.ts';
import { fillAddress } from '../templates/address.ts';
import { openFor, type Purpose } from '../templates/openFor.ts';
import { sampleCall } from '../templates/sampleCall.ts';
import type { Undo } from '../undo.ts';
import type { Handlers } from './answerRequest.ts';
import { callChange } from './callChange.ts';
import { callOf, detailOf } from './callDetail.ts';
import { callRow, followUpOf } from './callRow.ts';
import { contactHandlers } from './contactHandlers.ts';
import { countOutcomes } from './countOutcomes.ts';
import { exportHandlers } from './exportHandlers.ts';
import { followUpCount, followUpList } from './followUpList.ts';
import { importHandlers } from './importHandlers.ts';
import { numberHandlers } from './numberHandlers.ts';
import { openStore, writeStore } from './openStore.ts';
import { reachHandlers } from './reachHandlers.ts';
import { Refusal } from './refusal.ts';
import { rejectedHandlers } from './rejectedHandlers.ts';
import { removalHandlers } from './removalHandlers.ts';
import { statisticsHandlers } from './statisticsHandlers.ts';
import { tagHandlers } from './tagHandlers.ts';
import { undoHandlers } from './undoHandlers.ts';
import { updateHandlers } from './updateHandlers.ts';
import { viewOf } from './view.ts';

export interface HandlerOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly keeper: () => Keeper | null;
  /** Null while the folder cannot be used. */
  readonly reach: () => ReachDesk | null;
  /** Reads a refused body again; null when it is not there. */
  readonly retry: (rejectedId: number) => Promise<Receipt> | null;
  readonly opener: Opener;
  readonly pops: ReturnType<typeof openPops>;
  readonly settings: () => SettingsView;
  /** @throws Refusal when a start option or the policy holds one of them, or the disk does not take it */
  readonly changeSettings: (patch: Partial<Settings>) => void;
  readonly status: () => Status;
  readonly dismissNotices: () => void;
  /** The log is another now, by what a window asked for. */
  readonly callsChanged: () => void;
  /** People have other names, or other numbers. */
  readonly contactsChanged: () => void;
  /** An import is further than it was. */
  readonly importsChanged: () => void;
  readonly undo: Undo;
}

/** What every request does. Thin: each asks one part of the core. */
export function handlersFor(options: HandlerOptions): Handlers {
  const { clock, log, opener, pops, settings, changeSettings, status, dismissNotices, callsChanged } = options;

  const store = (): Store => openStore(options);
  const write = (work: (open: Store) => void): void => writeStore(options, work);

  const openOrRefuse = async (purpose: Purpose, ref: string): Promise<null> => {
    const call = callOf(store(), ref);
    if (call === null) throw new Refusal('bad-request', { kind: 'call-gone' });
    const result = await openFor(purpose, call, settings().settings, { opener, log, name: nameOf(store(), call) });
    if (result.kind === 'declined') throw new Refusal('bad-request', result.reason);
    return null;
  };

  const view = () => viewOf(store(), settings().settings);
  const row = (call: LoggedCall) => callRow(call, view(), followUpOf(call, settings().settings));

  const ports = { clock, log, silence: () => settings().settings };

  return {
    ...contactHandlers(options),
    ...importHandlers(options),
    ...exportHandlers(options),
    ...statisticsHandlers(options),
    ...tagHandlers(options),
    ...removalHandlers(options),
    ...numberHandlers(options),
    ...undoHandlers(options),
    ...reachHandlers(options),
    ...rejectedHandlers(options),
    ...updateHandlers,
    'calls.page': ({ filter = everyCall, after, limit }) => {
      const hits = store().finder.page(filter, settings().settings.country, after, limit + 1);
      const page = hits.slice(0, limit);
      return {
        calls: page.flatMap(({ ref }) => store().calls.get(ref) ?? []).map(row),
        next: hits.length > limit ? (page.at(-1) ?? null) : null,
      };
    },
    'calls.count': async ({ filter, outcomes, atMost }) => {
      const { country } = settings().settings;
      const calls =
        outcomes === undefined
          ? store().finder.count(filter, country, atMost + 1)
          : await countOutcomes(() => store().finder, { filter, country, outcomes, atMost: atMost + 1 });
      return { calls: Math.min(calls, atMost), isAll: calls <= atMost };
    },
    'calls.neighbours': ({ filter, ref }) => {
      const call = callOf(store(), ref);
      if (call === null) return { newer: null, older: null };
      const { newer, older } = store().finder.neighbours(filter, settings().settings.country, call);
      return { newer: newer?.ref ?? null, older: older?.ref ?? null };
    },
    'calls.live': () => store().calls.live().map(row),
    'calls.get': (ref) => detailOf(store(), ref, settings().settings),
    'followUps.list': () => followUpList(store(), settings().settings, clock.nowUs()),
    'followUps.count': () => followUpCount(store(), settings().settings, clock.nowUs()),
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
    'followUps.snooze': ({ refs, untilUs }) => {
      write((open) => snooze(open, refs, untilUs));
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
      if (settings().settings.masked) return fillAddress(template, sampleCall, { name: '', httpHosts });
      const [last] = store().finder.page(everyCall, '', null, 1);
      const newest = store().calls.live()[0] ?? (last === undefined ? null : store().calls.get(last.ref)) ?? sampleCall;
      return fillAddress(template, newest, { name: nameOf(store(), newest), httpHosts });
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
      return { calls, changed, changes: changes.map((change) => callChange(change, view())) };
    },
  };
}

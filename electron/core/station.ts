import { randomBytes } from 'node:crypto';
import { join } from 'node:path';

import type { Us } from '../../shared/call.ts';
import type { Topic } from '../../shared/contract.ts';
import type { Settings } from '../../shared/settings.ts';
import type { ListenerState, Notice, StoreState } from '../../shared/status.ts';
import { identityOf } from './calls/identity.ts';
import { takeBackLeft } from './contacts/import/takeBackLeft.ts';
import type { Folder } from './folder.ts';
import { openGate } from './http/gate.ts';
import { type Committed, openInbox, type Receipt } from './ingest/inbox.ts';
import { machineZone } from './numbers/timeZone.ts';
import type { openPops } from './pops.ts';
import type { Clock, Log, Secrets } from './ports.ts';
import { openReach, type ReachDesk } from './reach/openReach.ts';
import type { Tokens } from './reach/tokens.ts';
import { announce } from './runningFile.ts';
import { calendarIn } from './statistics/calendar.ts';
import { followDays } from './store/followDays.ts';
import { followRules } from './store/followRules.ts';
import { decideUndecided } from './store/followUps.ts';
import { type Keeper, keepStore } from './store/keeper.ts';
import { giveUpSilent, project } from './store/project.ts';
import { eraseRemoved } from './store/removal.ts';
import { tidyUp } from './store/tidy.ts';
import type { Change } from './store/writeCall.ts';

interface StationOptions {
  readonly folder: Folder;
  readonly dataDir: string;
  readonly version: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly tokens: Tokens;
  readonly pops: ReturnType<typeof openPops>;
  readonly isWindowless: boolean;
  readonly isInstalled: boolean;
  readonly settings: () => Settings;
  readonly listenerChanged: (state: ListenerState) => void;
  readonly storeChanged: (state: StoreState) => void;
  readonly notice: (notice: Notice) => void;
  /** Calls of mine were written; their pop-ups are to be thought about. */
  readonly callsChanged: (changes: readonly Change[]) => void;
  readonly changed: (...what: Topic[]) => void;
}

/** Everything that works on an open data folder: the listener, the inbox behind it, and the database. */
export interface Station {
  readonly keeper: Keeper;
  readonly reach: ReachDesk;
  /** Reads a refused body again; null when it is not there. */
  retry(rejectedId: number): Promise<Receipt> | null;
  listener(): ListenerState;
  wrongToken(): number;
  lastEventAtUs(): Us | null;
  /** Listens on the port the settings name now. */
  listen(): Promise<void>;
  /** My extensions or domain are others now: what came for them in the last minutes may be mine after all. */
  identityChanged(): void;
  /**
   * Tries again what failed, gives up on silent calls, forgets other people's, begins to work calls out again after an
   * update, and adds up days that are over: seconds after the start, for the first ring comes first.
   */
  tick(): void;
  stop(): Promise<void>;
}

export function openStation(options: StationOptions): Station {
  const { folder, dataDir, version, clock, log, tokens, settings, changed, callsChanged } = options;
  let wrongToken = 0;
  let lastEventAtUs: Us | null = null;
  /** Deleted bytes may still stand in the write-ahead log. */
  let toForget = true;
  let reach: ReachDesk | null = null;
  /** For programs of this user: its key is told in a file that nobody else can read. */
  const localPath = `/self-test/${randomBytes(32).toString('base64url')}`;

  const databasePath = join(dataDir, 'ringside.db');
  const keeper = keepStore({
    path: databasePath,
    clock,
    log,
    me: () => identityOf(settings()),
    changed(state) {
      options.storeChanged(state);
      // At the very start there is nothing yet that could follow.
      setImmediate(() => reach?.review());
    },
    salvaged: () => changed('calls'),
    notice: options.notice,
  });
  // Through `write`, here and below, for it deals with a file whose pages turn out to be broken.
  const last = keeper.write((store) => store.events.lastReceivedAtUs());
  if (last.kind === 'written') lastEventAtUs = last.value;

  const workOutOlderCalls = followRules({ keeper, clock, log, silence: settings, finished: () => changed('calls') });
  const tidy = tidyUp({
    path: databasePath,
    keeper,
    clock,
    log,
    keeping: settings,
    deleted: () => changed('calls'),
    erased: () => {
      toForget = true;
    },
  });
  const addDaysUp = followDays({ keeper, calendar: calendarIn(machineZone()), clock, log });
  const report = (changes: readonly Change[]) => {
    callsChanged(changes);
    changed('calls');
  };
  const committed = ({ changes, stored, rejected }: Committed) => {
    if (stored > 0) {
      lastEventAtUs = clock.nowUs();
      desk.committed();
    }
    if (changes.length > 0) report(changes);
    if (rejected > 0) changed('rejected');
    if (stored > 0 || rejected > 0) changed('status');
    // It tells how many events came this hour.
    if (stored > 0) changed('reach');
  };
  const inbox = openInbox({
    keeper,
    clock,
    log,
    me: () => identityOf(settings()),
    domain: () => settings().domain,
    isForwarding: () => settings().forwardUrl !== '',
    committed,
  });
  const gate = openGate({
    tokens: () => tokens.accepted(),
    version,
    clock,
    log,
    deliver: (body) => inbox.deliver(body),
    probed: (header) => desk.answerProbe(header),
    accepted: (headers) => desk.accepted(headers),
    local: { path: localPath, selfTests: () => desk.selfTests },
    wrongAddress: () => {
      wrongToken += 1;
    },
    changed: (state) => {
      tellOthers();
      options.listenerChanged(state);
      desk.review();
    },
  });

  const tellOthers = () => {
    const state = gate.state();
    const { extensions, domain } = settings();
    const selfTest = 'port' in state ? `http://127.0.0.1:${state.port}${localPath}` : '';
    try {
      const announcement =
        state.kind === 'listening'
          ? { selfTest, extensions, domain, ...(options.isInstalled ? {} : { webhook: state.webhook }) }
          : null;
      announce(dataDir, announcement);
    } catch (error) {
      // A full disk: the simulator will not find us, the PBX does.
      log.warn('could not be announced', { error: String(error) });
    }
  };

  const desk = openReach({
    ...options,
    keeper,
    listener: () => gate.state(),
    tokenChanged: () => gate.tokenChanged(),
    erased: () => {
      toForget = true;
    },
  });
  reach = desk;

  const isUnclaimed = () => settings().extensions.length === 0;

  const sweep = () => {
    const nowUs = clock.nowUs();
    const written = keeper.write((store) => ({
      silent: giveUpSilent(store, settings(), nowUs),
      missed: decideUndecided(store, nowUs),
      awake: store.snoozes.wake(nowUs),
      purged: store.strangers.purge(nowUs, isUnclaimed() ? 'unclaimed' : 'running'),
    }));
    if (written.kind === 'unavailable') return;
    const { silent, missed, awake, purged } = written.value;
    const decided = missed.map((call) => ({ ref: call.ref, before: call, after: call, took: [], missed: true }));
    if (silent.length + decided.length > 0) report([...silent, ...decided]);
    else if (awake > 0) changed('calls');
    if (purged > 0) toForget = true;
    if (toForget) toForget = !keeper.forget();
  };

  // A phone may have gone on ringing while we were not there, after a crash above all.
  const live = keeper.write((store) => store.calls.live());
  if (live.kind === 'written') {
    callsChanged(live.value.map((after) => ({ ref: after.ref, before: null, after, took: [], missed: false })));
  }

  // Before a window can begin one: these were cut off.
  const left = keeper.write((store) => store.imports.runs());
  if (left.kind === 'written' && left.value.length > 0) {
    const takenBack = (contacts: number) => {
      options.notice({ kind: 'import-taken-back', contacts, atUs: clock.nowUs() });
      changed('contacts', 'calls', 'pops');
    };
    takeBackLeft({ keeper, log, runs: left.value, takenBack }).catch((error: unknown) =>
      log.error('an import could not be taken back', { error: String(error) }),
    );
  }

  return {
    keeper,
    reach: desk,
    retry(rejectedId) {
      const refused = keeper.current()?.rejected.get(rejectedId) ?? null;
      return refused === null ? null : inbox.retry(rejectedId, refused.body, refused.receivedAtUs);
    },
    listener: () => gate.state(),
    wrongToken: () => wrongToken,
    lastEventAtUs: () => lastEventAtUs,
    listen: () => gate.listenOn(settings().port),
    identityChanged() {
      const written = keeper.write((store) => {
        store.strangers.reidentify(store.identities.idOf(identityOf(settings())));
        return store.strangers.refs().flatMap((ref) => project(store, ref, clock.nowUs()));
      });
      if (written.kind === 'written' && written.value.length > 0) report(written.value);
      tellOthers();
    },
    tick() {
      folder.keep();
      keeper.recover();
      if (keeper.state().kind === 'open') sweep();
      workOutOlderCalls();
      tidy();
      addDaysUp();
      desk.tick();
      if (gate.state().kind !== 'listening') void gate.listenOn(settings().port);
    },
    async stop() {
      // What is being answered still goes out through the tunnel.
      await gate.stop();
      desk.shut();
      await desk.stop();
      announce(dataDir, null);
      if (!isUnclaimed()) keeper.write((store) => store.strangers.purge(clock.nowUs(), 'stopping'));
      // Nobody will be there to take a deletion back.
      for (let erasing = true; erasing;) {
        const erased = keeper.write((store) => eraseRemoved(store, clock, true));
        erasing = erased.kind === 'written' && erased.value;
      }
      keeper.forget();
      await keeper.close();
    },
  };
}

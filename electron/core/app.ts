import type { Push, Reply, Topic } from '../../shared/contract.ts';
import type { Settings } from '../../shared/settings.ts';
import type { ListenerState, Notice, Status, StoreState } from '../../shared/status.ts';
import { type Folder, openFolder } from './folder.ts';
import { popLore } from './lore.ts';
import { readMachineTimeZone } from './machineTimeZone.ts';
import { openPops } from './pops.ts';
import type { Clock, Log, Notifier, Opener, Secrets } from './ports.ts';
import { openTokens, type Tokens } from './reach/tokens.ts';
import { answerRequest } from './requests/answerRequest.ts';
import { handlersFor } from './requests/handlers.ts';
import { Refusal } from './requests/refusal.ts';
import { isSameSetting } from './settings/layers.ts';
import { openSettingsDesk } from './settings/settingsDesk.ts';
import type { StartOptions } from './startOptions.ts';
import { type Station, openStation } from './station.ts';
import { nameOf } from './store/contactNames.ts';
import { describe, whyUnavailable } from './store/keeper.ts';
import { openFor } from './templates/openFor.ts';
import { wordsOfListener, wordsOfNotice } from './terminalWords.ts';
import { openUndo } from './undo.ts';
import { versionsHere } from './versions.ts';

export interface AppOptions {
  readonly start: StartOptions;
  readonly version: string;
  readonly clock: Clock;
  readonly notifier: Notifier;
  readonly opener: Opener;
  readonly secrets: Secrets;
  readonly log: Log;
  /** A line for the terminal: where webhooks go, or what is wrong. */
  readonly say: (stream: 'stdout' | 'stderr', text: string) => void;
}

/** The whole product without a window. */
export interface App {
  /** Answers a window's question; never throws, whatever the name and the argument are. */
  request(name: string, argument: unknown): Promise<Reply>;
  /** Subscribes to every push; returns the way to unsubscribe. */
  subscribe(listener: (push: Push) => void): () => void;
  /** Tries again and sweeps at once: the machine was asleep, and so was whatever waits for time to pass. */
  wake(): void;
  /** The machine is about to sleep: nothing gets here until `wake`. */
  sleep(): void;
  /** Answers or refuses what is in flight, commits, closes the database. */
  stop(): Promise<void>;
}

/** How often what failed is tried again and what is stale is swept, in ms. */
const tickMs = 5000;

/**
 * Builds the core and starts listening. A folder that cannot be used, a taken port or a damaged file are no errors
 * here: they are states, told on the terminal and in the window, and tried again.
 */
export async function createApp(options: AppOptions): Promise<App> {
  const { start, version, clock, notifier, opener, secrets, log, say } = options;
  const desk = openSettingsDesk(start);
  const subscribers = new Set<(push: Push) => void>();
  /** Under way: a folder that is being opened must not look taken. */
  let opening: Promise<void> | null = null;
  let open: { readonly folder: Folder; readonly station: Station } | null = null;
  let blocked: StoreState = { kind: 'not-writable', path: start.dataDir, message: 'not opened yet' };
  let notices: readonly Notice[] = [];
  let notificationTrouble: string | null = null;

  const now = () => new Date(clock.nowUs() / 1000);
  const settings = () => desk.view().settings;
  const changed = (...what: Topic[]) => {
    for (const subscriber of subscribers) subscriber({ name: 'changed', value: { what } });
  };
  const keeper = () => open?.station.keeper ?? null;
  const pops = openPops({
    clock,
    log,
    notifier,
    settings,
    lore: popLore(keeper, clock),
    notified(trouble) {
      if (trouble === notificationTrouble) return;
      notificationTrouble = trouble;
      changed('status');
    },
    changed: () => changed('pops'),
    moved(call, to) {
      if (settings().crmOpens === (to === 'ringing' ? 'on-ring' : 'on-answer') && settings().crmUrl !== '') {
        const store = keeper()?.current() ?? null;
        const name = store === null ? '' : nameOf(store, call);
        void openFor('crm', call, settings(), { opener, log, name });
      }
    },
  });

  const addNotice = (notice: Notice) => {
    const same = (known: Notice) => 'path' in known && 'path' in notice && known.path === notice.path;
    if (!notices.some(same)) say('stderr', wordsOfNotice(notice));
    notices = [...notices.filter((known) => !same(known)), notice];
    changed('status');
  };
  const storeChanged = (state: StoreState) => {
    if (state.kind !== 'open') say('stderr', describe(state));
    changed('status', 'calls');
  };
  const listenerChanged = (state: ListenerState) => {
    const words = wordsOfListener(state);
    if (words !== null) say(...words);
    changed('status');
  };

  const block = (state: StoreState) => {
    if (JSON.stringify(state) === JSON.stringify(blocked)) return;
    blocked = state;
    storeChanged(state);
  };

  /** The secrets in the webhook's address. Null when they can neither be read nor kept now; the folder is free again then. */
  const tokensOf = async (folder: Folder): Promise<Tokens | null> => {
    try {
      return await openTokens(secrets, clock);
    } catch (error) {
      folder.unlock();
      block({
        kind: 'not-writable',
        path: start.dataDir,
        message: error instanceof Error ? error.message : String(error),
      });
      return null;
    }
  };

  /** Takes the folder and everything in it; says why when that is not possible now. */
  const tryToOpen = async () => {
    if (opening !== null) return;
    const opened = openFolder(start.dataDir, now());
    if (opened.kind !== 'open') {
      const path = start.dataDir;
      block(opened.kind === 'in-use' ? { ...opened, path } : { ...opened, path });
      return;
    }
    opening = openIn(opened.folder).finally(() => {
      opening = null;
    });
    await opening;
  };

  const openIn = async (folder: Folder) => {
    desk.load(folder.choices);
    if (folder.settingsMovedAside !== null) {
      addNotice({ kind: 'settings-moved-aside', path: folder.settingsMovedAside, atUs: clock.nowUs() });
    }
    const tokens = await tokensOf(folder);
    if (tokens === null) return;
    if (tokens.movedAside !== null) {
      addNotice({ kind: 'token-replaced', path: tokens.movedAside, atUs: clock.nowUs() });
    }
    const station = openStation({
      folder,
      secrets,
      tokens,
      pops,
      isWindowless: start.windowless ?? false,
      isInstalled: start.installed ?? false,
      dataDir: start.dataDir,
      version,
      clock,
      log,
      settings,
      listenerChanged,
      storeChanged,
      notice: addNotice,
      callsChanged: (changes) => pops.follow(changes),
      changed,
    });
    open = { folder, station };
    await station.listen();
    changed('status', 'settings', 'calls');
  };

  const changeSettings = (patch: Partial<Settings>) => {
    desk.refuseHeld(patch);
    if (open === null) throw new Refusal('unavailable', whyUnavailable(blocked));
    const { saveChoices } = open.folder;
    const before = settings();
    try {
      desk.change(patch, saveChoices);
    } catch (error) {
      throw new Refusal('unavailable', { kind: 'settings-not-saved', detail: String(error) });
    }
    log.info('settings changed', { fields: Object.keys(patch) });
    takeEffect(before);
  };

  /** Other settings are in force now, by the user or by the policy. */
  const takeEffect = (before: Settings) => {
    const isOther = (name: keyof Settings) => !isSameSetting(name, before, settings());
    if (isOther('extensions') || isOther('domain')) open?.station.identityChanged();
    if (isOther('port')) void open?.station.listen();
    open?.station.reach.review();
    changed('settings', 'status', 'pops');
    if (isOther('groupFollowUps') || isOther('masked')) changed('calls');
  };

  /** Says what is wrong with the policy, and takes back what was wrong with the one before. */
  const reviewPolicy = () => {
    const { policy, held } = desk.view();
    log.info('policy', { ...policy, held });
    for (const name of desk.outvoted()) {
      say('stderr', `The start option for ${name} is set aside: your organisation has set it.`);
    }
    notices = notices.filter(({ kind }) => kind !== 'policy-faulty');
    changed('status');
    if (policy !== null && policy.faults.length > 0) {
      addNotice({ kind: 'policy-faulty', ...policy, atUs: clock.nowUs() });
    }
  };

  const status = (): Status => {
    const station = open?.station;
    return {
      version,
      versions: versionsHere(),
      dataDir: start.dataDir,
      listener: station?.listener() ?? { kind: 'stopped' },
      store: station?.keeper.state() ?? blocked,
      notices,
      lastEventAtUs: station?.lastEventAtUs() ?? null,
      rejected: station?.keeper.current()?.rejected.count() ?? 0,
      wrongToken: station?.wrongToken() ?? 0,
      notificationTrouble,
    };
  };

  const handlers = handlersFor({
    dataDir: start.dataDir,
    clock,
    log,
    keeper,
    reach: () => open?.station.reach ?? null,
    retry: (rejectedId) => open?.station.retry(rejectedId) ?? null,
    opener,
    pops,
    settings: desk.view,
    changeSettings,
    status,
    dismissNotices: () => {
      notices = [];
      changed('status');
    },
    // A card shows the note of its call.
    callsChanged: () => changed('calls', 'pops'),
    contactsChanged: () => changed('contacts', 'calls', 'pops'),
    importsChanged: () => changed('imports'),
    undo: openUndo({ clock, log }),
  });

  let callOffTick = () => {};
  const tick = () => {
    callOffTick = clock.after(tickMs, tick);
    readMachineTimeZone();
    const before = settings();
    if (desk.followPolicy()) {
      takeEffect(before);
      reviewPolicy();
    }
    if (open === null) void tryToOpen();
    else open.station.tick();
  };

  log.info('starting', { version, dataDir: start.dataDir });
  reviewPolicy();
  await tryToOpen();
  callOffTick = clock.after(tickMs, tick);

  return {
    request: (name, argument) => answerRequest(handlers, name, argument, log),
    subscribe(listener) {
      subscribers.add(listener);
      return () => void subscribers.delete(listener);
    },
    wake() {
      callOffTick();
      tick();
      open?.station.reach.wake();
    },
    sleep: () => open?.station.reach.sleep(),
    async stop() {
      callOffTick();
      if (opening !== null) await opening;
      pops.stop();
      await open?.station.stop();
      open?.folder.unlock();
      open = null;
      log.info('stopped');
    },
  };
}

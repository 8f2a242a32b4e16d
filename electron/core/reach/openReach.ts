import type { IncomingHttpHeaders } from 'node:http';

import type { Us } from '../../../shared/call.ts';
import type { Topic } from '../../../shared/contract.ts';
import { type Gap, type HostKey, type Reach, type SecretName } from '../../../shared/reach.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { ListenerState } from '../../../shared/status.ts';
import type { openPops } from '../pops.ts';
import type { Clock, Log, Secrets } from '../ports.ts';
import type { Keeper } from '../store/keeper.ts';
import { cameByPublicAddress } from './cameByPublicAddress.ts';
import { chooseTunnel } from './chooseTunnel.ts';
import { openForwarder } from './forward.ts';
import { silenceUs } from './gaps.ts';
import { keepGaps } from './keepGaps.ts';
import { openProber } from './probe.ts';
import { openRequestCount } from './requestCount.ts';
import { openSelfTests, type SelfTests } from './selfTest.ts';
import { pinHostKey } from './ssh/knownHosts.ts';
import { superviseReach } from './superviseReach.ts';
import type { Tokens } from './tokens.ts';
import { openTrials } from './trials.ts';
import { watchSleep } from './watchSleep.ts';

interface OpenReachOptions {
  readonly dataDir: string;
  readonly keeper: Keeper;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly tokens: Tokens;
  readonly pops: ReturnType<typeof openPops>;
  readonly settings: () => Settings;
  readonly listener: () => ListenerState;
  /** The webhook has another address on this machine. */
  readonly tokenChanged: () => void;
  /** Bytes of other people's calls were deleted; the write-ahead log may still hold them. */
  readonly erased: () => void;
  readonly isWindowless: boolean;
  readonly changed: (...what: Topic[]) => void;
}

/** Whether the PBX's events get here, and everything that follows from it. */
export interface ReachDesk {
  readonly selfTests: SelfTests;
  view(): Reach;
  /** Newest first. */
  gaps(): readonly Gap[];
  /** A window has drawn the card of this self-test. */
  seen(id: string): void;
  restart(): void;
  /** The PBX has the address of `view` now. @throws when that cannot be kept */
  confirmAddress(): Promise<void>;
  /** @throws when the new one cannot be kept */
  rotateToken(): Promise<void>;
  retireOldToken(): Promise<void>;
  setSecret(name: SecretName, value: string | null): Promise<void>;
  /** Trusts this key of the server that the settings name. False when it is not a key of it. @throws when that cannot be kept */
  pin(key: HostKey): boolean;
  /** What a probe is answered that says so in its header. */
  answerProbe(header: string): { readonly proof: string | null };
  /** The PBX was told that the event with these headers is fine. */
  accepted(headers: IncomingHttpHeaders): void;
  /** Events were written; their copies may go on. */
  committed(): void;
  /** The settings, the listener or the database are in another state. */
  review(): void;
  tick(): void;
  sleep(): void;
  wake(): void;
  /** The listener is shut: what comes now is a gap. */
  shut(): void;
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/** To be called before the listener opens. */
export function openReach(options: OpenReachOptions): ReachDesk {
  const { keeper, clock, log, secrets, tokens, settings, listener, changed } = options;
  const random = () => Math.random();
  const reachChanged = () => changed('reach');
  let isAsleep = false;
  /** When the system last said that the machine is awake again. */
  let wokenUs: Us = 0;

  const prober = openProber(clock);
  const requests = openRequestCount(options.dataDir, clock, log);
  const isMetered = () => settings().reach.kind === 'ngrok';
  const gaps = keepGaps({ keeper, clock, changed: reachChanged });
  const forwarder = openForwarder({
    keeper,
    clock,
    log,
    url: () => settings().forwardUrl,
    changed: reachChanged,
    erased: options.erased,
    random,
  });
  const reach = superviseReach({
    clock,
    log,
    probe: (url, signal) => prober.probe(webhookAt(url), signal),
    changed() {
      follow();
      reachChanged();
    },
    random,
  });
  const callOffWatch = watchSleep(clock, (fromUs) => {
    if (reach.state().kind !== 'off' && wokenUs <= fromUs) gaps.slept(fromUs);
  });

  const webhookAt = (url: string) => `${url.replace(/\/+$/, '')}/hooks/${tokens.current()}`;
  const webhook = () => {
    const url = reach.url();
    return url === null ? null : webhookAt(url);
  };
  const changedFrom = () => {
    const [has, now] = [tokens.confirmed(), webhook()];
    return has === null || now === null || has === now ? null : has;
  };
  const {
    trials,
    seen,
    stop: stopTrials,
  } = openTrials({
    ...options,
    reach,
    prober,
    webhook,
    extension: () => settings().extensions[0] ?? '',
  });
  const selfTests = openSelfTests({ clock, log, trials, changed: () => changed('self-test') });

  const follow = () => {
    const state = reach.state();
    const lastSuccessUs = reach.lastSuccessUs() ?? 0;
    const noticedUs = clock.nowUs() - ('trouble' in state ? silenceUs(state.trouble) : 0);
    gaps.follow(
      {
        isAsleep,
        isListening: listener().kind === 'listening',
        isWritable: keeper.state().kind === 'open',
        isReachable: state.kind === 'off' ? null : state.kind === 'up',
      },
      // Where nothing but a probe tells of it, it may have ended right after the last success: of no call since then is
      // it known whether it would have been heard of.
      reach.isSilent() && lastSuccessUs > 0 ? lastSuccessUs : Math.max(noticedUs, lastSuccessUs),
    );
  };

  const confirmAddress = async () => {
    const address = webhook();
    if (address === null) return;
    await tokens.confirm(address);
    reachChanged();
  };
  const notKept = (error: unknown) => log.warn('the address could not be kept', { error: String(error) });

  const tunnel = chooseTunnel({ ...options, reach });

  return {
    view: () => ({
      state: reach.state(),
      webhook: webhook(),
      changedFrom: changedFrom(),
      lastSuccessUs: reach.lastSuccessUs(),
      roundTripMs: reach.roundTripMs(),
      oldTokenUntilUs: tokens.oldUntilUs(),
      secrets: { 'cloudflared-token': secrets.has('cloudflared-token'), 'ngrok-token': secrets.has('ngrok-token') },
      keptIn: secrets.keptIn(),
      requestsThisMonth: isMetered() ? requests.thisMonth() : null,
      forward: forwarder.state(),
      eventsPerHour: keeper.current()?.eventHours.last(24, clock.nowUs()) ?? [],
    }),
    gaps: () => gaps.list(),
    selfTests,
    seen,
    restart: () => reach.restart(),
    confirmAddress,
    async rotateToken() {
      await tokens.rotate();
      options.tokenChanged();
      reachChanged();
    },
    async retireOldToken() {
      await tokens.retireOld();
      reachChanged();
    },
    async setSecret(name, value) {
      await tunnel.setSecret(name, value);
      reachChanged();
    },
    pin(key) {
      const { host, port } = settings().reach.ssh;
      if (!pinHostKey(options.dataDir, host, port, key)) return false;
      if (settings().reach.kind === 'ssh') tunnel.renew();
      reachChanged();
      return true;
    },
    answerProbe(header) {
      if (isMetered()) requests.add();
      return prober.answer(header);
    },
    accepted(headers) {
      if (!cameByPublicAddress(headers, reach.url())) return;
      if (isMetered()) requests.add();
      reach.eventArrived();
      // Somebody has given it to the PBX without saying so here.
      if (tokens.confirmed() === null) confirmAddress().catch(notKept);
    },
    committed: () => forwarder.kick(),
    review() {
      tunnel.review();
      follow();
      forwarder.kick();
    },
    tick() {
      gaps.tick();
      forwarder.kick();
      tokens.keep().catch(notKept);
    },
    sleep() {
      isAsleep = true;
      reach.suspend();
      follow();
    },
    wake() {
      if (!isAsleep) return;
      isAsleep = false;
      wokenUs = clock.nowUs();
      reach.resume();
      follow();
    },
    shut: () => gaps.stop(),
    async stop() {
      callOffWatch();
      stopTrials();
      requests.stop();
      await Promise.all([reach.stop(), forwarder.stop()]);
    },
  };
}

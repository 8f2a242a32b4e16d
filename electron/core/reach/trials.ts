import type { Trouble, TroubleCode } from '../../../shared/reach.ts';
import type { ListenerState } from '../../../shared/status.ts';
import type { openPops } from '../pops.ts';
import type { Clock } from '../ports.ts';
import { describe, type Keeper } from '../store/keeper.ts';
import { knock } from './knock.ts';
import type { Prober } from './probe.ts';
import type { Finding, Trials } from './selfTest.ts';
import type { SupervisedReach } from './superviseReach.ts';
import { testPop } from './testPop.ts';

/** How long a tunnel that is starting is waited for, and how long a window may take to draw a card, in ms. */
const tunnelPatienceMs = 20_000;
const windowPatienceMs = 5000;
/** For how long the card of a test stays once it was drawn, in ms. */
const cardMs = 4000;

interface TrialOptions {
  readonly clock: Clock;
  readonly keeper: Keeper;
  readonly reach: SupervisedReach;
  readonly prober: Prober;
  readonly pops: ReturnType<typeof openPops>;
  readonly listener: () => ListenerState;
  /** The whole public address of the webhook; null while there is none. */
  readonly webhook: () => string | null;
  readonly extension: () => string;
  /** Nobody would see a card. */
  readonly isWindowless: boolean;
}

/** Troubles that the settings of the chosen way are to blame for. */
const ofSettings: ReadonlySet<TroubleCode> = new Set(['not-set-up', 'bad-config', 'secret-missing']);
/** Troubles that a probe tells of: of the way from the tunnel to here, not of the tunnel itself. */
const ofProbe: ReadonlySet<TroubleCode> = new Set(['tls', 'timeout', 'wrong-answer', 'not-ours', 'http-error']);

const passed: Finding = { kind: 'passed' };

/** How each hop of the self-test is tried, and `seen`: a window has drawn the card of this test. */
export function openTrials(options: TrialOptions): {
  readonly trials: Trials;
  readonly seen: (id: string) => void;
  readonly stop: () => void;
} {
  const { clock, keeper, reach, prober, pops, listener, webhook, extension, isWindowless } = options;
  /** The last test whose card was drawn. */
  let drawn: string | null = null;
  const ending = new AbortController();

  /** Resolves with false when it takes longer than that. */
  const until = (isSo: () => boolean, patienceMs: number) =>
    new Promise<boolean>((resolve) => {
      const untilUs = clock.nowUs() + patienceMs * 1000;
      const look = () => {
        if (isSo()) resolve(true);
        else if (clock.nowUs() >= untilUs || ending.signal.aborted) resolve(false);
        else clock.after(100, look);
      };
      look();
    });
  const troubleNow = (): Trouble | null => {
    const state = reach.state();
    return 'trouble' in state ? state.trouble : null;
  };
  /** With no way from the internet, the hops on it are left out. */
  const ifChosen = (work: () => Promise<Finding> | Finding) => (reach.state().kind === 'off' ? noWay : work());

  const trials: Trials = {
    settings() {
      const trouble = troubleNow();
      return reach.state().kind === 'blocked' && trouble !== null && ofSettings.has(trouble.code)
        ? { kind: 'failed', trouble }
        : passed;
    },
    'public-url': () =>
      ifChosen(async () => {
        await until(() => reach.url() !== null || reach.state().kind === 'blocked', tunnelPatienceMs);
        const url = reach.url();
        // Without an address the tunnel itself is to blame: its own hop says how.
        if (url === null) return { kind: 'skipped', trouble: troubleNow() ?? { code: 'not-ready', detail: '' } };
        const trouble = await knock(url);
        return trouble === null ? passed : { kind: 'failed', trouble };
      }),
    tunnel: () =>
      ifChosen(async () => {
        await until(() => reach.state().kind !== 'starting', tunnelPatienceMs);
        const { kind } = reach.state();
        const trouble = troubleNow();
        if (kind === 'starting') return failed('not-ready', '');
        if (trouble !== null && (kind === 'blocked' || !ofProbe.has(trouble.code))) {
          return { kind: 'failed', trouble };
        }
        return passed;
      }),
    async listener() {
      const state = listener();
      if (state.kind !== 'listening') return failed('not-ready', 'message' in state ? state.message : state.kind);
      const isPublic = reach.state().kind !== 'off';
      const result = await prober.probe((isPublic ? webhook() : null) ?? state.webhook, ending.signal);
      return result.kind === 'returned' ? passed : { kind: 'failed', trouble: result.trouble };
    },
    database() {
      const nowUs = clock.nowUs();
      const written = keeper.write((store) => store.gaps.beat(nowUs));
      if (written.kind === 'unavailable') return failed('not-ready', describe(keeper.state()));
      return keeper.current()?.gaps.lastBeatUs() === nowUs ? passed : failed('not-ready', 'not read back');
    },
    async notification({ id }) {
      if (isWindowless) return noWindow;
      const result = await pops.testNotification(testPop(id, clock.nowUs(), extension()));
      switch (result.kind) {
        case 'shown':
          return passed;
        case 'not-needed':
          // The page raises its own, and only its browser knows what became of it.
          return { kind: 'skipped', trouble: { code: 'not-ready', detail: '' } };
        case 'declined':
          return failed('not-ready', result.reason);
      }
    },
    async 'pop-up'({ id }) {
      if (isWindowless) return noWindow;
      pops.test(testPop(id, clock.nowUs(), extension()));
      const isSeen = await until(() => drawn === id, windowPatienceMs);
      clock.after(cardMs, () => pops.test(null));
      return isSeen ? passed : failed('timeout', '');
    },
  };
  return {
    trials,
    seen(id) {
      drawn = id;
    },
    stop: () => ending.abort(),
  };
}

const noWay: Finding = { kind: 'skipped', trouble: { code: 'not-set-up', detail: '' } };
const noWindow: Finding = { kind: 'skipped', trouble: { code: 'not-ready', detail: 'no window' } };

function failed(code: TroubleCode, detail: string): Finding {
  return { kind: 'failed', trouble: { code, detail } };
}

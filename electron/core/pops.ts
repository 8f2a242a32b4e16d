import type { Us } from '../../shared/call.ts';
import type { Pop } from '../../shared/pop.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Call } from './calls/call.ts';
import { isFollowedUp, missedBy } from './calls/followUp.ts';
import { isDisturbing, isTalking, popFor } from './calls/pop.ts';
import type { Clock, Log, Notifier } from './ports.ts';
import { callRow } from './requests/callRow.ts';
import type { Change } from './store/writeCall.ts';

/** Cards on the screen at once. */
const most = 5;

/** For how long a missed call is news, in µs, and for how long windows are told of it. */
const newsUs = 300_000_000;
const toldUs = 15_000_000;

interface PopsOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  /** How long events take from the PBX's clock to ours beside those of this call; see `usualDelay`. */
  readonly delayBeside: (ref: string) => Us;
  /** The cards to show are others now. */
  readonly changed: () => void;
}

/** The screen pops that are up: decided by `popFor`, remembered here, shown by the notifier and the windows. */
export function openPops({ clock, log, notifier, settings, delayBeside, changed }: PopsOptions) {
  /** By ref, oldest first; the call as it was last worked out. */
  const shown = new Map<string, Call>();

  /** What was missed just now, for windows that raise notifications themselves. */
  const missed = new Map<string, { readonly call: Call; readonly untilUs: Us }>();

  const notify = (pop: Pop) => {
    const { ref } = pop.call;
    if (!settings().notifications) return;
    notifier.show(pop).then(
      (result) => {
        if (result.kind === 'declined') log.info('notification not shown', { ref, reason: result.reason });
      },
      (error: unknown) => log.error('notification failed', { ref, error: String(error) }),
    );
  };

  /** A ring that seems old may be new by a clock that is wrong, and every ring would be held back then. */
  const decide = (before: Call | null, after: Call) => {
    const decision = popFor(before, after, settings(), clock.nowUs());
    if (decision.kind !== 'hold' || decision.reason !== 'ring-too-old') return decision;
    return popFor(before, after, settings(), clock.nowUs(), delayBeside(after.ref));
  };

  const follow = ({ before, after, took }: Change): boolean => {
    const decision = decide(before, after);
    // A card that is up goes on for the call into which its own was joined.
    const moved = took.filter((ref) => shown.delete(ref));
    for (const ref of moved) notifier.close(ref);
    switch (decision.kind) {
      case 'pop':
        shown.set(after.ref, after);
        notify(popOf(after));
        return true;
      case 'hold':
        log.info('pop-up held back', { ref: after.ref, reason: decision.reason });
        return moved.length > 0;
      case 'update':
        if (!shown.has(after.ref) && moved.length === 0) return false;
        shown.set(after.ref, after);
        if (isTalking(after)) notifier.close(after.ref);
        else if (moved.length > 0) notify(popOf(after));
        return true;
      case 'close':
        return drop(after.ref) || moved.length > 0;
      case 'nothing':
        return moved.length > 0;
    }
  };

  /** Says that nobody took a call, when that is news and the settings want it said. */
  const tellMissed = (call: Call): boolean => {
    const nowUs = clock.nowUs();
    const by = missedBy(call);
    const { missedNotices } = settings();
    if (by === null || !missedNotices || isDisturbing(settings(), nowUs)) return false;
    if (!isFollowedUp({ group: call.group, missed: by }, settings())) return false;
    if (nowUs - (call.endedAtUs ?? call.startedAtUs) > newsUs) return false;
    missed.set(call.ref, { call, untilUs: nowUs + toldUs });
    notify({ call: callRow(call), state: 'missed' });
    return true;
  };

  const drop = (ref: string): boolean => {
    notifier.close(ref);
    return shown.delete(ref);
  };

  return {
    /** Newest first, five at most; then what was missed within the last seconds. */
    list(): Pop[] {
      for (const [ref, { untilUs }] of missed) if (clock.nowUs() > untilUs) missed.delete(ref);
      const news = [...missed.values()].map(({ call }) => ({ call: callRow(call), state: 'missed' as const }));
      return [...[...shown.values()].toReversed().slice(0, most).map(popOf), ...news];
    },

    follow(changes: readonly Change[]): void {
      const cards = changes.map(follow);
      const notices = changes.map((change) => change.missed && tellMissed(change.after));
      if (cards.includes(true) || notices.includes(true)) changed();
    },

    dismiss(ref: string): void {
      if (drop(ref)) changed();
    },
  };
}

function popOf(call: Call): Pop {
  return { call: callRow(call), state: isTalking(call) ? 'answered' : 'ringing' };
}

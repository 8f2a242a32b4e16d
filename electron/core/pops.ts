import type { Us } from '../../shared/call.ts';
import type { CallerFacts, HoldReason, Pop } from '../../shared/pop.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Call } from './calls/call.ts';
import { isFollowedUp, missedBy } from './calls/followUp.ts';
import { isTalking, type PopDecision, popFor, whyUnwanted } from './calls/pop.ts';
import { kindOf } from './calls/tellingRules.ts';
import type { Clock, Log, Notifier, NotifyResult } from './ports.ts';
import { callRow } from './requests/callRow.ts';
import type { View } from './requests/view.ts';
import type { Change } from './store/writeCall.ts';

/** Cards on the screen at once. */
const most = 5;

/** For how long a card says how its call ended, in ms: a colleague's answer is a glance, one's own end is a moment. */
const endedMs = 10_000;
const endedElsewhereMs = 3000;

/** For how long a missed call is news, in µs, and for how long windows are told of it. */
const newsUs = 300_000_000;
const toldMs = 15_000;

/** What pops need to know beside the calls themselves. */
export interface PopLore extends Pick<View, 'nameOf' | 'marksOf'> {
  /** What is known of whoever is calling. */
  facts(call: Call): CallerFacts;
  note(ref: string): string | null;
  /** How long events take from the PBX's clock to ours beside those of these calls; see `usualDelay`. */
  delayBeside(refs: readonly string[]): Us;
  /** These calls were not told of when they rang. */
  heldBack(calls: readonly HeldBack[]): void;
}

export interface HeldBack {
  readonly ref: string;
  readonly reason: HoldReason;
}

interface PopsOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  readonly lore: PopLore;
  /** Why the system did not show the last notification; null when it did. */
  readonly notified: (trouble: string | null) => void;
  /** The cards to show are others now. */
  readonly changed: () => void;
  /** A call rings, or was answered by me: whoever wants to open something for it. */
  readonly moved: (call: Call, to: 'ringing' | 'answered') => void;
}

interface Card {
  readonly call: Call;
  readonly state: Pop['state'];
  readonly silenced: boolean;
  /** Somebody writes on it: it stays when its time is over. */
  readonly kept: boolean;
  readonly caller: CallerFacts;
}

/** The screen pops that are up: decided by `popFor`, remembered here, shown by the notifier and the windows. */
export function openPops({ clock, log, notifier, settings, lore, notified, changed, moved }: PopsOptions) {
  /** By ref, oldest first. */
  const cards = new Map<string, Card>();
  /** By ref, the way to call off the end of a card. */
  const ends = new Map<string, () => void>();
  /** The card of a self-test. */
  let test: Pop | null = null;
  /** What was missed just now, for windows that raise notifications themselves. */
  const missed = new Map<string, Card>();

  const popOf = ({ call, state, silenced, caller }: Card): Pop => {
    const { ways, masked } = settings();
    return {
      call: callRow(call, { masked, nameOf: lore.nameOf, marksOf: lore.marksOf }),
      state,
      ways: ways[kindOf(call)],
      silenced,
      caller: masked ? { ...caller, lastNote: null, timeZone: null } : caller,
      note: masked ? null : lore.note(call.ref),
    };
  };

  const notify = (pop: Pop) => {
    const { ref } = pop.call;
    if (!pop.ways.notification) return;
    notifier.show(pop).then(
      (result) => {
        if (result.kind === 'not-needed') return;
        if (result.kind === 'declined') log.info('notification not shown', { ref, reason: result.reason });
        notified(result.kind === 'declined' ? result.reason : null);
      },
      (error: unknown) => log.error('notification failed', { ref, error: String(error) }),
    );
  };

  /** A ring that seems old may be new by a clock that is wrong, and every ring would be held back then. */
  const decide = (before: Call | null, after: Call, delayUs: () => Us) => {
    const decision = popFor(before, after, settings(), clock.nowUs());
    if (decision.kind !== 'hold' || decision.reason !== 'ring-too-old') return decision;
    return popFor(before, after, settings(), clock.nowUs(), delayUs());
  };

  const raise = (call: Call) => {
    callOffEnd(call.ref);
    // Put in front anew: a queue that offers the caller again rings again.
    cards.delete(call.ref);
    const card: Card = { call, state: 'ringing', silenced: false, kept: false, caller: lore.facts(call) };
    cards.set(call.ref, card);
    notify(popOf(card));
    moved(call, 'ringing');
  };

  const end = (card: Card, call: Call) => {
    notifier.close(call.ref);
    cards.set(call.ref, { ...card, call, state: 'ended' });
    if (card.kept) return;
    const isElsewhere = call.outcome === 'answered-elsewhere' || call.outcome === 'picked-up';
    ends.set(
      call.ref,
      clock.after(isElsewhere ? endedElsewhereMs : endedMs, () => {
        drop(call.ref);
        changed();
      }),
    );
  };

  const drop = (ref: string): boolean => {
    callOffEnd(ref);
    notifier.close(ref);
    return cards.delete(ref);
  };

  const callOffEnd = (ref: string) => {
    ends.get(ref)?.();
    ends.delete(ref);
  };

  /** A card that is up goes on for the call into which its own was joined. Returns whether there was one. */
  const takeOver = ({ after, took }: Change): boolean => {
    const [card] = took.flatMap((ref) => cards.get(ref) ?? []);
    if (!took.map(drop).includes(true) || card === undefined) return false;
    cards.set(after.ref, { ...card, call: after });
    if (card.state === 'ringing') notify(popOf({ ...card, call: after }));
    return true;
  };

  const follow = (change: Change, decision: PopDecision): boolean => {
    const { after } = change;
    const isMoved = takeOver(change);
    const card = cards.get(after.ref);
    switch (decision.kind) {
      case 'pop':
        raise(after);
        return true;
      case 'hold':
        return isMoved;
      case 'update': {
        if (card === undefined) return isMoved;
        const state = isTalking(after) ? 'answered' : 'ringing';
        cards.set(after.ref, { ...card, call: after, state });
        if (state === 'answered') {
          notifier.close(after.ref);
          if (card.state !== 'answered') moved(after, 'answered');
        }
        return true;
      }
      case 'close':
        if (card === undefined) return isMoved;
        // Of a call whose end got lost there is nothing to be said.
        if (after.outcome === 'unfinished') drop(after.ref);
        else end(card, after);
        return true;
      case 'nothing': {
        // Who took it may be told after the card has said that somebody did.
        if (card !== undefined) cards.set(after.ref, { ...card, call: after });
        return isMoved || card !== undefined;
      }
    }
  };

  /** Says that nobody took a call, when that is news and the settings want it said. */
  const tellMissed = (call: Call): boolean => {
    const nowUs = clock.nowUs();
    const by = missedBy(call);
    if (by === null || !settings().missedNotices || whyUnwanted(call, settings(), nowUs) !== null) return false;
    if (!isFollowedUp({ group: call.group, missed: by }, settings())) return false;
    if (nowUs - (call.endedAtUs ?? call.startedAtUs) > newsUs) return false;
    const card: Card = { call, state: 'missed', silenced: false, kept: false, caller: lore.facts(call) };
    missed.set(call.ref, card);
    clock.after(toldMs, () => missed.delete(call.ref));
    notify(popOf(card));
    return true;
  };

  const amend = (ref: string, patch: Partial<Card>): void => {
    const card = cards.get(ref);
    if (card === undefined) return;
    cards.set(ref, { ...card, ...patch });
    changed();
  };

  return {
    /** Newest first, five at most; then the card of a self-test, and what was missed within the last seconds. */
    list: (): Pop[] => [
      ...[...cards.values()].toReversed().slice(0, most).map(popOf),
      ...(test === null ? [] : [test]),
      ...[...missed.values()].map(popOf),
    ],

    /** Raises the notification of a self-test, whatever the settings want. */
    testNotification: (pop: Pop): Promise<NotifyResult> => notifier.show(pop),

    /** Puts the card of a self-test up, in place of an earlier one; null takes it away, with its notification. */
    test(pop: Pop | null): void {
      if (test !== null) notifier.close(test.call.ref);
      test = pop;
      changed();
    },

    follow(changes: readonly Change[]): void {
      let usualUs: Us | null = null;
      const delayUs = () => (usualUs ??= lore.delayBeside(changes.map(({ ref }) => ref)));
      const held: HeldBack[] = [];
      const isUp = changes.map((change) => {
        const decision = decide(change.before, change.after, delayUs);
        if (decision.kind === 'hold') held.push({ ref: change.ref, reason: decision.reason });
        return follow(change, decision);
      });
      for (const { ref, reason } of held) log.info('pop-up held back', { ref, reason });
      if (held.length > 0) lore.heldBack(held);
      const isTold = changes.map(({ missed: isMissed, after }) => isMissed && tellMissed(after));
      if (isUp.includes(true) || isTold.includes(true)) changed();
    },

    dismiss(ref: string): void {
      if (ref === test?.call.ref) this.test(null);
      else if (drop(ref)) changed();
    },

    silence: (ref: string): void => amend(ref, { silenced: true }),

    keep(ref: string): void {
      callOffEnd(ref);
      amend(ref, { kept: true });
    },

    /** Nothing is to happen any more: the app ends. */
    stop(): void {
      for (const ref of ends.keys()) callOffEnd(ref);
    },
  };
}

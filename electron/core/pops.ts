import type { Pop } from '../../shared/pop.ts';
import type { Settings } from '../../shared/settings.ts';
import type { Call } from './calls/call.ts';
import { isTalking, popFor } from './calls/pop.ts';
import type { Clock, Log, Notifier } from './ports.ts';
import { callRow } from './requests/callRow.ts';
import type { Change } from './store/project.ts';

/** Cards on the screen at once. */
const most = 5;

interface PopsOptions {
  readonly clock: Clock;
  readonly log: Log;
  readonly notifier: Notifier;
  readonly settings: () => Settings;
  /** The cards to show are others now. */
  readonly changed: () => void;
}

/** The screen pops that are up: decided by `popFor`, remembered here, shown by the notifier and the windows. */
export function openPops({ clock, log, notifier, settings, changed }: PopsOptions) {
  /** By ref, oldest first; the call as it was last worked out. */
  const shown = new Map<string, Call>();

  const raise = (call: Call) => {
    shown.set(call.ref, call);
    if (!settings().notifications) return;
    notifier.show(popOf(call)).then(
      (result) => {
        if (result.kind === 'declined') log.info('notification not shown', { ref: call.ref, reason: result.reason });
      },
      (error: unknown) => log.error('notification failed', { ref: call.ref, error: String(error) }),
    );
  };

  const follow = ({ before, after }: Change): boolean => {
    const decision = popFor(before, after, clock.nowUs());
    switch (decision.kind) {
      case 'pop':
        raise(after);
        return true;
      case 'hold':
        log.info('pop-up held back', { ref: after.ref, reason: decision.reason });
        return false;
      case 'update':
        if (!shown.has(after.ref)) return false;
        shown.set(after.ref, after);
        if (isTalking(after)) notifier.close(after.ref);
        return true;
      case 'close':
        return drop(after.ref);
      case 'nothing':
        return false;
    }
  };

  const drop = (ref: string): boolean => {
    notifier.close(ref);
    return shown.delete(ref);
  };

  return {
    /** Newest first, five at most. */
    list: (): Pop[] => [...shown.values()].toReversed().slice(0, most).map(popOf),

    follow(changes: readonly Change[]): void {
      if (changes.map(follow).includes(true)) changed();
    },

    dismiss(ref: string): void {
      if (drop(ref)) changed();
    },
  };
}

function popOf(call: Call): Pop {
  return { call: callRow(call), state: isTalking(call) ? 'answered' : 'ringing' };
}

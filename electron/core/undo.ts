import { randomUUID } from 'node:crypto';

import type { Us } from '../../shared/call.ts';
import type { Clock, Log } from './ports.ts';

/** What was done lately and can still be undone. */
export interface Undo {
  /** Remembers how to undo something, for so long. Returns the token it is asked for by. */
  offer(undo: () => void | Promise<void>, seconds: number): string;
  /** @throws what the undoing throws; it may be tried again then, as long as there is time */
  undo(token: string): Promise<'undone' | 'too-late'>;
}

/** A slow machine must not make nine seconds of ten. */
const graceUs: Us = 2_000_000;

/** Keeps offers in memory: after a restart it is too late. */
export function openUndo({ clock, log }: { readonly clock: Clock; readonly log: Log }): Undo {
  const offers = new Map<string, { readonly undo: () => void | Promise<void>; readonly untilUs: Us }>();
  const forgetOld = () => {
    for (const [token, { untilUs }] of offers) if (untilUs < clock.nowUs()) offers.delete(token);
  };

  return {
    offer(undo, seconds) {
      forgetOld();
      const token = randomUUID();
      offers.set(token, { undo, untilUs: clock.nowUs() + seconds * 1_000_000 + graceUs });
      return token;
    },
    async undo(token) {
      forgetOld();
      const offer = offers.get(token);
      if (offer === undefined) return 'too-late';
      // Asked for twice at once, it is done once.
      offers.delete(token);
      try {
        await offer.undo();
      } catch (error) {
        offers.set(token, offer);
        throw error;
      }
      log.info('undone');
      return 'undone';
    },
  };
}

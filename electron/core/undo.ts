import { randomUUID } from 'node:crypto';

import type { Us } from '../../shared/call.ts';
import type { Clock } from './ports.ts';

/** What can still be taken back. */
export interface Undo {
  /** Offers to take something back, for so many seconds. Returns the token that stands for it. */
  offer(takeBack: () => void, seconds: number): string;
  /** @throws whatever `takeBack` throws; it may then be tried again */
  undo(token: string): 'undone' | 'too-late';
}

/** A slow machine must not make nine seconds of ten. */
const graceUs: Us = 2_000_000;

/** Keeps offers in memory: after a restart it is too late. */
export function openUndo({ nowUs }: Pick<Clock, 'nowUs'>): Undo {
  const offers = new Map<string, { readonly takeBack: () => void; readonly untilUs: Us }>();
  const forgetOld = () => {
    for (const [token, { untilUs }] of offers) if (untilUs < nowUs()) offers.delete(token);
  };
  return {
    offer(takeBack, seconds) {
      forgetOld();
      const token = randomUUID();
      offers.set(token, { takeBack, untilUs: nowUs() + seconds * 1_000_000 + graceUs });
      return token;
    },
    undo(token) {
      forgetOld();
      const offer = offers.get(token);
      if (offer === undefined) return 'too-late';
      offer.takeBack();
      offers.delete(token);
      return 'undone';
    },
  };
}

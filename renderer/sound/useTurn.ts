import { useEffect, useState } from 'react';

import type { Tabs } from '../bridge/sharedStream.ts';

const name = 'ringside-sound';

/**
 * Whether it is this page's turn to be heard: of all the tabs that want to, one alone, until it goes. Where `locks` is
 * null, a page knows of no other and it always is.
 */
export function useTurn(locks: Tabs['locks'] | null, wants: boolean): boolean {
  const [hasTurn, setHasTurn] = useState(false);

  useEffect(() => {
    if (locks === null || !wants) return undefined;
    const left = Promise.withResolvers<void>();
    let hasLeft = false;
    void locks.request(name, async () => {
      if (hasLeft) return;
      setHasTurn(true);
      await left.promise;
    });
    return () => {
      hasLeft = true;
      setHasTurn(false);
      left.resolve();
    };
  }, [locks, wants]);

  return wants && (locks === null || hasTurn);
}

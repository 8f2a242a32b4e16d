import { use, useEffect, useRef } from 'react';
import { useMessages } from 'use-intl';

import type { Pop } from '../../shared/pop.ts';
import { navigate } from '../route/useRoute.ts';
import { WebNotifierContext } from './webNotifier.ts';

/**
 * Raises one notification for each call that begins to ring, and takes it away when the ringing is over; and one for each
 * that was missed, which stays until somebody has seen it.
 */
export function useNotifications(pops: readonly Pop[]): void {
  const notifier = use(WebNotifierContext);
  const { notification: words } = useMessages();
  /** What was raised, and the way to take it away. */
  const raised = useRef(new Map<string, () => void>());

  useEffect(() => {
    if (notifier === null) return;
    const wanted = new Set(pops.map(keyOf));
    for (const [key, takeAway] of raised.current) {
      if (wanted.has(key)) continue;
      takeAway();
      raised.current.delete(key);
    }
    // The oldest first, so that the newest comes to lie on top.
    for (const pop of pops.toReversed()) {
      if (raised.current.has(keyOf(pop))) continue;
      const close = notifier.show(pop, words, () => openCall(pop.call.ref));
      raised.current.set(keyOf(pop), pop.state === 'missed' ? () => undefined : close);
    }
  }, [notifier, pops, words]);

  useEffect(() => {
    const { current } = raised;
    // A notification outlives its page, and nobody would take it away.
    const takeAllAway = () => current.forEach((takeAway) => takeAway());
    window.addEventListener('pagehide', takeAllAway);
    return () => window.removeEventListener('pagehide', takeAllAway);
  }, []);
}

function keyOf({ call, state }: Pop): string {
  return `${state} ${call.ref}`;
}

function openCall(ref: string): void {
  window.focus();
  navigate({ kind: 'call', ref });
}

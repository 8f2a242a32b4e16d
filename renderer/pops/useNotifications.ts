import { use, useEffect, useRef } from 'react';

import type { Pop } from '../../shared/pop.ts';
import { navigate } from '../route/useRoute.ts';
import { WebNotifierContext } from './webNotifier.ts';

/** Raises one notification for each call that begins to ring, and takes it away when the ringing is over. */
export function useNotifications(ringing: readonly Pop[]): void {
  const notifier = use(WebNotifierContext);
  /** By ref, the way to close what was raised. */
  const raised = useRef(new Map<string, () => void>());

  useEffect(() => {
    if (notifier === null) return;
    const refs = new Set(ringing.map((pop) => pop.call.ref));
    for (const [ref, close] of raised.current) {
      if (refs.has(ref)) continue;
      close();
      raised.current.delete(ref);
    }
    // The oldest first, so that the newest comes to lie on top.
    for (const pop of ringing.toReversed()) {
      const { ref } = pop.call;
      if (!raised.current.has(ref))
        raised.current.set(
          ref,
          notifier.show(pop, () => openCall(ref)),
        );
    }
  }, [notifier, ringing]);

  useEffect(() => {
    const { current } = raised;
    // A notification outlives its page, and nobody would take it away.
    const closeAll = () => current.forEach((close) => close());
    window.addEventListener('pagehide', closeAll);
    return () => window.removeEventListener('pagehide', closeAll);
  }, []);
}

function openCall(ref: string): void {
  window.focus();
  navigate({ kind: 'call', ref });
}

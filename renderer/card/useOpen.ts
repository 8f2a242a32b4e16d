import { useEffect } from 'react';

import type { CardShell } from '../../shared/cardMessage.ts';
import { routeOf } from '../route/route.ts';

/** Follows the links of the cards to a call: they lead into the main window, and this page stays what it is. */
export function useOpen(shell: CardShell): void {
  useEffect(() => {
    const follow = () => {
      const route = routeOf(window.location.hash);
      if (route.kind === 'call') shell.tell({ ...route, kind: 'open' });
      // Back to no hash, so that the same link leads there again.
      history.replaceState(null, '', window.location.pathname);
    };
    window.addEventListener('hashchange', follow);
    return () => window.removeEventListener('hashchange', follow);
  }, [shell]);
}

import { useMemo, useSyncExternalStore } from 'react';

import { hrefOf, routeOf, type Route } from './route.ts';

function subscribe(listener: () => void): () => void {
  window.addEventListener('hashchange', listener);
  return () => window.removeEventListener('hashchange', listener);
}

export function useRoute(): Route {
  const hash = useSyncExternalStore(subscribe, () => window.location.hash);
  return useMemo(() => routeOf(hash), [hash]);
}

export function navigate(route: Route): void {
  window.location.hash = hrefOf(route);
}

/** Goes there in place of where we are: the way back does not lead through here. */
export function redirect(route: Route): void {
  window.location.replace(hrefOf(route));
}

import { useEffect, useRef } from 'react';

import { useReading } from '../data/queries.ts';
import { routeOf, hrefOf } from '../route/route.ts';

/** Opens the set-up once per start while no extension is known, unless the page was opened at something else. */
export function useFirstRun(): void {
  const { data } = useReading('settings.get', undefined);
  const decided = useRef(false);
  useEffect(() => {
    if (data === undefined || decided.current) return;
    decided.current = true;
    const isUnknown = data.settings.extensions.length === 0;
    if (isUnknown && routeOf(window.location.hash).kind === 'calls') window.location.replace(hrefOf({ kind: 'setup' }));
  }, [data]);
}

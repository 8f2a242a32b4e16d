import type { QueryClient } from '@tanstack/react-query';

import type { CallFilter } from '../../shared/callFilter.ts';
import type { Ask } from './ask.ts';
import { keyOf, reading } from './queries.ts';
import { pageQuery } from './range.ts';

/**
 * Asks for what the window opens with while the page is still being built. `filter`: of the calls that it will show; null
 * when it shows something else. What fails is asked for again by whoever shows it.
 */
export function readAhead(client: QueryClient, ask: Ask, filter: CallFilter | null): void {
  void client.prefetchQuery(reading(ask, 'settings.get', undefined));
  void client.prefetchQuery(reading(ask, 'status.get', undefined));
  if (filter !== null) {
    const query = pageQuery(filter, null);
    void client.prefetchQuery({ queryKey: keyOf('calls.page', query), queryFn: () => ask('calls.page', query) });
    void client.prefetchQuery(reading(ask, 'calls.live', undefined));
  }
  void client.prefetchQuery(reading(ask, 'pops.list', undefined));
  void client.prefetchQuery(reading(ask, 'followUps.count', undefined));
}

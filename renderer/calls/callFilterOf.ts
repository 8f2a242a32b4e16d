import { everyCall, type CallFilter } from '../../shared/callFilter.ts';
import { queryOf, wholeLog, type LogFilter } from '../route/logFilter.ts';
import type { Route } from '../route/route.ts';
import { endOf, startOf } from '../time/days.ts';

/** What to ask the core for: days of the address become times of this machine's clock. */
export function callFilterOf(filter: LogFilter): CallFilter {
  if (queryOf(filter) === '') return everyCall;
  const { view, from, to, note, recording, tag, search, person } = filter;
  return {
    view,
    fromUs: from === null ? null : startOf(from) * 1000,
    toUs: to === null ? null : endOf(to) * 1000,
    note,
    recording,
    tag,
    search: search.trim(),
    sameAs: person,
  };
}

/** Of the calls that the view of a route begins with; null where it shows something else. */
export function firstFilter(route: Route): CallFilter | null {
  return route.kind === 'calls' || route.kind === 'call' ? callFilterOf(route.filter ?? wholeLog) : null;
}

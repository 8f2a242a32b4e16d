import { queryOptions, useQuery } from '@tanstack/react-query';

import type { Argument, RequestName, Result, Topic } from '../../shared/contract.ts';
import { useAsk, type Ask } from './ask.ts';

/** Which topic each reading request reads. The topic leads the key, so that a push invalidates just its readers. */
const topicOf = {
  'calls.page': 'calls',
  'calls.neighbours': 'calls',
  'calls.live': 'calls',
  'calls.get': 'calls',
  'calls.count': 'calls',
  'tags.list': 'calls',
  'statistics.get': 'calls',
  'followUps.list': 'calls',
  'followUps.count': 'calls',
  // What it comes to for the newest call.
  'templates.preview': 'calls',
  'pops.list': 'pops',
  'contacts.page': 'contacts',
  'contacts.get': 'contacts',
  'contacts.duplicates': 'contacts',
  'import.state': 'imports',
  'settings.get': 'settings',
  'status.get': 'status',
  'rejected.list': 'rejected',
  'reach.get': 'reach',
  'reach.gaps': 'reach',
  'ssh.recipe': 'reach',
  'setup.suggestions': 'status',
  'selfTest.get': 'self-test',
  'updates.get': 'updates',
} as const satisfies Partial<Record<RequestName, Topic>>;
export type Reading = keyof typeof topicOf;
export const topics: ReadonlySet<Topic> = new Set(Object.values(topicOf));

export function keyOf<Name extends Reading>(name: Name, argument: Argument<Name>) {
  return [topicOf[name], name, argument ?? null] as const;
}

/** The options of a query, for readers with wishes of their own. */
export function reading<Name extends Reading>(ask: Ask, name: Name, argument: Argument<Name>) {
  return queryOptions<Result<Name>>({ queryKey: keyOf(name, argument), queryFn: () => ask(name, argument) });
}

/** Reads from the core, if that is wanted, and reads again whenever a push says so. */
export function useReading<Name extends Reading>(name: Name, argument: Argument<Name>, { isWanted = true } = {}) {
  return useQuery({ ...reading(useAsk(), name, argument), enabled: isWanted });
}

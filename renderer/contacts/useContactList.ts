import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { Contact, ContactCursor } from '../../shared/contact.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';

/** Contacts asked for at once. */
const pageSize = 500;

export interface ContactList {
  readonly contacts: readonly Contact[];
  /** How many match, loaded or not. */
  readonly total: number;
  readonly isPending: boolean;
  readonly hasMore: boolean;
  readonly error: Error | null;
  /** Reads the page below everything that is loaded. Does nothing while one is being read. */
  readonly readMore: () => void;
  /** Reads all the rest. Resolves with everything. */
  readonly readAll: () => Promise<readonly Contact[]>;
  readonly retry: () => void;
}

/**
 * The contacts that match, by name, loaded page by page as the user scrolls down. A change reads the loaded pages again,
 * one after the other, and shows them together: a new name moves a contact from one page to another.
 */
export function useContactList(search: string): ContactList {
  const ask = useAsk();
  const query = useInfiniteQuery({
    queryKey: [...keyOf('contacts.page', { search, after: null, limit: pageSize }), 'by page'],
    queryFn: ({ pageParam }) => ask('contacts.page', { search, after: pageParam, limit: pageSize }),
    initialPageParam: null as ContactCursor | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const contacts = useMemo(() => joined(data?.pages ?? []), [data]);

  async function readAll() {
    for (;;) {
      const { data: read, hasNextPage: hasMore, isError } = await fetchNextPage();
      if (!hasMore || isError) return joined(read?.pages ?? []);
    }
  }

  return {
    contacts,
    total: data?.pages.at(-1)?.total ?? 0,
    isPending: query.isPending,
    hasMore: hasNextPage,
    error: query.error,
    readMore() {
      if (hasNextPage && !isFetching) void fetchNextPage();
    },
    readAll: () => (hasNextPage ? readAll() : Promise.resolve(contacts)),
    retry: () => void query.refetch(),
  };
}

/** What changed while the pages were read may stand on two of them. */
function joined(pages: readonly { readonly contacts: readonly Contact[] }[]): readonly Contact[] {
  const byId = new Map<number, Contact>();
  for (const page of pages)
    for (const contact of page.contacts) if (!byId.has(contact.id)) byId.set(contact.id, contact);
  return [...byId.values()];
}

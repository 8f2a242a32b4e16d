import { type InfiniteData, keepPreviousData, useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { useMemo } from 'react';

import type { Contact, ContactCursor, ContactPage } from '../../shared/contact.ts';
import { useAsk } from '../data/ask.ts';
import { keyOf } from '../data/queries.ts';

type Pages = InfiniteData<ContactPage, ContactCursor | null>;

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
  /** Reads all the rest. Resolves with everything; rejects when the core does not answer. */
  readonly readAll: () => Promise<readonly Contact[]>;
  readonly retry: () => void;
}

/**
 * The contacts that match, by name, loaded page by page as the user scrolls down. A change reads the loaded pages again,
 * one after the other, and shows them together: a new name moves a contact from one page to another.
 */
export function useContactList(search: string): ContactList {
  const ask = useAsk();
  const client = useQueryClient();
  const queryKey = [...keyOf('contacts.page', { search, after: null, limit: pageSize }), 'by page'];
  const query = useInfiniteQuery({
    queryKey,
    queryFn: ({ pageParam }) => ask('contacts.page', { search, after: pageParam, limit: pageSize }),
    initialPageParam: null as ContactCursor | null,
    getNextPageParam: (page) => page.next,
    placeholderData: keepPreviousData,
  });
  const { data, hasNextPage, isFetching, fetchNextPage } = query;
  const contacts = useMemo(() => joined(data?.pages ?? []), [data]);

  /** All the rest is shown at once: to join and draw the list anew for each page would take many times as long. */
  async function readAll(): Promise<readonly Contact[]> {
    const begun = client.getQueryData<Pages>(queryKey);
    const pages = [...(begun?.pages ?? [])];
    const pageParams = [...(begun?.pageParams ?? [])];
    for (let after = pages.at(-1)?.next ?? null; after !== null; after = pages.at(-1)?.next ?? null) {
      pageParams.push(after);
      pages.push(await ask('contacts.page', { search, after, limit: pageSize }));
    }
    // What was read meanwhile is newer than the beginning of this.
    if (client.getQueryData<Pages>(queryKey) !== begun) return readAll();
    client.setQueryData<Pages>(queryKey, { pages, pageParams });
    return joined(pages);
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

import { useEffect, useEffectEvent, useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import type { Contact } from '../../shared/contact.ts';
import { Failure } from '../components/Failure.tsx';
import { SearchField } from '../components/SearchField.tsx';
import { plainKey } from '../keys/plainKey.ts';
import type { ContactRoute } from '../route/contactRoute.ts';
import { navigate, redirect } from '../route/useRoute.ts';
import { ChoiceDeeds } from './ChoiceDeeds.tsx';
import { ContactGrid, type GridHandle } from './ContactGrid.tsx';
import { ContactPanel } from './ContactPanel.tsx';
import { ExportBar } from './ExportBar.tsx';
import { ListDeeds, ListHeader } from './ListHeader.tsx';
import { MergePanel } from './MergePanel.tsx';
import { NewContactPanel } from './NewContactPanel.tsx';
import { NoContacts } from './NoContacts.tsx';
import { NothingFound } from './NothingFound.tsx';
import { useCall } from './useCall.ts';
import { useChoice } from './useChoice.ts';
import { useContactList } from './useContactList.ts';
import { useRemove } from './useRemove.ts';

export type BookRoute = Extract<ContactRoute, { kind: 'contacts' | 'contact' | 'new-contact' }>;

/** The list, and beside it whatever is open of it. */
export function ContactBook({ route }: { readonly route: BookRoute }) {
  const t = useTranslations('contacts');
  const id = useId();
  const search = useSearch(route);
  const contactList = useContactList(search);
  const { contacts, total } = contactList;
  const choice = useChoice();
  const grid = useRef<GridHandle>(null);
  /** Those that are to be merged. */
  const [merging, setMerging] = useState<readonly Contact[] | null>(null);
  const [isExporting, setExporting] = useState(false);
  const removeContacts = useRemove();
  const call = useCall();
  const open = route.kind === 'contact' ? route.id : null;
  const chosen = [...choice.ids];

  function close() {
    navigate({ kind: 'contacts', search });
  }
  function remove(ids: readonly number[]) {
    removeContacts({ ids, name: contacts.find((contact) => contact.id === ids[0])?.name ?? null });
    choice.clear();
    if (open !== null && ids.includes(open)) close();
  }
  const deeds = {
    open(contact: Contact) {
      setMerging(null);
      navigate({ kind: 'contact', id: contact.id, search });
    },
    edit: (contact: Contact) => navigate({ kind: 'contact', id: contact.id, search, edit: true }),
    call({ numbers: [first] }: Contact) {
      if (first) call(first.key);
    },
    remove,
  };
  useNewKey();

  function panel() {
    if (merging !== null) {
      return <MergePanel contacts={merging} onMerged={choice.clear} onClose={() => setMerging(null)} />;
    }
    if (route.kind === 'new-contact')
      return <NewContactPanel key={route.number} number={route.number} onClose={close} />;
    if (route.kind === 'contact')
      return <ContactPanel key={route.id} route={route} onClose={close} onRemove={remove} />;
    return null;
  }

  const isEmpty = contacts.length === 0 && !contactList.isPending && contactList.error === null;
  /** Nothing to look for or to do yet but what the empty list offers. */
  const isNew = isEmpty && search === '';
  const openPanel = panel();
  return (
    <div className="beside" data-open={openPanel !== null}>
      <section className="beside-list" aria-labelledby={id}>
        <ListHeader id={id} total={total} chosen={chosen.length}>
          {!isNew && (
            <>
              <SearchField
                label={t('search')}
                placeholder={t('searchPlaceholder')}
                value={search}
                onSearch={(words) => redirect({ kind: 'contacts', search: words })}
                onLeave={() => grid.current?.enter()}
              />
              {chosen.length === 0 ? (
                <ListDeeds isExporting={isExporting} onExport={() => setExporting(!isExporting)} />
              ) : (
                <ChoiceDeeds
                  count={chosen.length}
                  onExport={() => setExporting(true)}
                  onMerge={() => setMerging(contacts.filter((contact) => choice.ids.has(contact.id)))}
                  onRemove={() => remove(chosen)}
                  onClear={choice.clear}
                />
              )}
            </>
          )}
        </ListHeader>
        {isExporting && (
          <ExportBar
            ids={chosen.length === 0 ? null : chosen}
            count={chosen.length === 0 ? total : chosen.length}
            onClose={() => setExporting(false)}
          />
        )}
        {contactList.error && <Failure error={contactList.error} onRetry={contactList.retry} />}
        {contactList.isPending && <p className="reading">{t('reading')}</p>}
        {isNew && <NoContacts />}
        {isEmpty && !isNew && <NothingFound search={search} />}
        {contacts.length > 0 && (
          <ContactGrid contactList={contactList} open={open} choice={choice} deeds={deeds} ref={grid} />
        )}
      </section>
      {openPanel}
    </div>
  );
}

/** The search of the route; while something is open that names none, that of before. */
function useSearch(route: BookRoute): string {
  const named =
    route.kind === 'new-contact' ? undefined : (route.search ?? (route.kind === 'contacts' ? '' : undefined));
  const [last, setLast] = useState(named ?? '');
  if (named !== undefined && named !== last) setLast(named);
  return named ?? last;
}

/** `n` begins a new contact, wherever the keyboard is in the view. */
function useNewKey() {
  const begin = useEffectEvent((event: KeyboardEvent) => {
    if (event.defaultPrevented || plainKey(event) !== 'n') return;
    event.preventDefault();
    navigate({ kind: 'new-contact', number: null });
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => begin(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);
}

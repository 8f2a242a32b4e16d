import type { Contact, DuplicateGroup } from '../../../shared/contact.ts';
import { type ContactChange, takeBack } from '../contacts/changes.ts';
import { contactView } from '../contacts/contactView.ts';
import { mergeContacts, removeContacts, saveContact } from '../contacts/keepContacts.ts';
import type { LoggedCall } from '../store/callTable.ts';
import { foldText } from '../text/fold.ts';
import type { Handlers } from './answerRequest.ts';
import { callRow, followUpOf } from './callRow.ts';
import type { HandlerOptions } from './handlers.ts';
import { openStore, writeStore } from './openStore.ts';
import { Refusal } from './refusal.ts';
import { viewOf } from './view.ts';

type Names =
  | 'contacts.page'
  | 'contacts.get'
  | 'contacts.save'
  | 'contacts.remove'
  | 'contacts.merge'
  | 'contacts.duplicates';

/** Seconds within which a deed can be undone. */
const undoSeconds = 10;

/** Calls that a contact is shown with, and groups of contacts that look alike. */
const shownCalls = 20;
const shownGroups = 100;
/** What one merge takes. */
const shownAlike = 50;

export function contactHandlers(options: HandlerOptions): Pick<Handlers, Names> {
  const { clock, settings, undo, contactsChanged } = options;

  const store = () => {
    refuseMasked(options);
    return openStore(options);
  };
  const row = (call: LoggedCall) =>
    callRow(call, viewOf(openStore(options), settings().settings), followUpOf(call, settings().settings));

  const contactOf = (id: number): Contact => {
    const contact = store().contacts.get(id);
    if (contact === null) throw notThere();
    return contactView(contact);
  };

  const offerUndo = (changes: readonly ContactChange[]): string =>
    undo.offer(() => {
      const result = writeStore(options, (open) => takeBack(open, changes));
      if (result.kind === 'declined') throw new Refusal('bad-request', result.reason);
      contactsChanged();
    }, undoSeconds);

  const group = (because: DuplicateGroup['because'], ids: readonly number[]): DuplicateGroup => ({
    because,
    contacts: ids.slice(0, shownAlike).map(contactOf),
  });

  return {
    'contacts.page': ({ search, after, limit }) => {
      const { contacts, total } = store().contacts.page(search, after, limit + 1);
      const page = contacts.slice(0, limit);
      const last = contacts.length > limit ? page.at(-1) : undefined;
      const next = last === undefined ? null : { sortKey: foldText(last.name), id: last.id };
      return { contacts: page.map(contactView), next, total };
    },
    'contacts.get': (id) => {
      const contact = store().contacts.get(id);
      if (contact === null) return null;
      const keys = contact.numbers.map(({ key }) => key);
      return { contact: contactView(contact), calls: store().calls.withKeys(keys, shownCalls).map(row) };
    },
    'contacts.save': (order) => {
      refuseMasked(options);
      const saved = writeStore(options, (open) => saveContact(open, order, settings().settings.country, clock.nowUs()));
      if (saved.kind === 'gone') throw notThere();
      if (saved.kind !== 'saved') return saved;
      contactsChanged();
      return { kind: 'saved', contact: contactOf(saved.id), undo: offerUndo(saved.changes) };
    },
    'contacts.remove': ({ ids }) => {
      refuseMasked(options);
      const changes = writeStore(options, (open) => removeContacts(open, ids));
      contactsChanged();
      return { count: changes.length, undo: offerUndo(changes) };
    },
    'contacts.merge': (order) => {
      refuseMasked(options);
      const changes = writeStore(options, (open) => mergeContacts(open, order, clock.nowUs()));
      if (changes === null) throw notThere();
      contactsChanged();
      return { contact: contactOf(order.into), undo: offerUndo(changes) };
    },
    'contacts.duplicates': () => {
      const { name, email } = store().contacts.alike(shownGroups);
      const named = new Set(name.map(String));
      return [
        ...name.map((ids) => group('same-name', ids)),
        ...email.filter((ids) => !named.has(String(ids))).map((ids) => group('same-email', ids)),
      ];
    },
  };
}

/** Contacts are names and numbers, and nothing else. @throws Refusal while these are hidden */
export function refuseMasked({ settings }: Pick<HandlerOptions, 'settings'>): void {
  if (settings().settings.masked) {
    throw new Refusal('bad-request', { kind: 'masked' });
  }
}

function notThere(): Refusal {
  return new Refusal('bad-request', { kind: 'contact-gone' });
}

import Database from 'better-sqlite3';

import type { SearchWord } from '../../electron/core/search/searchWords.ts';
import type { callFinder } from '../../electron/core/store/callFinder.ts';
import type { LoggedCall } from '../../electron/core/store/callTable.ts';
import { migrate } from '../../electron/core/store/migrate.ts';
import { type Store, storeOn } from '../../electron/core/store/store.ts';
import { changeTags } from '../../electron/core/store/tags.ts';
import { foldText } from '../../electron/core/text/fold.ts';
import { searchText } from '../../electron/core/text/searchText.ts';
import { createRandom } from '../../electron/simulator/random.ts';
import type { CallFilter } from '../../shared/callFilter.ts';
import { hugeCall } from './hugeCall.ts';
import { hugeParties } from './hugeParties.ts';

export const spokenWords = ['Friday', 'τιμολόγιο', 'offer 12', 'call 99', '100 %', 'q"t', 'Ω'];
const names = ['Μαρία Γεωργίου', 'José Müller', 'Studio 54', 'Ann', 'ΑΝΝΑ'];
const companies = [null, 'Trading', 'Ζ', '99 Ways'];
export const tagNames = ['order', 'Παραγγελία', '9', 'Urgent'];

/** What lies on a call and on its parts, as the test wrote it. */
interface Written {
  readonly notes: string[];
  readonly tags: Set<string>;
}

/** A small log in memory with everything a filter asks for, and what was written into it. */
export function writtenLog(seed: number, calls: number) {
  const db = new Database(':memory:');
  migrate(db);
  const store = storeOn(db);
  const random = createRandom(seed);
  const parties = hugeParties(48, random).slice(2, 8);
  const written = new Map<string, Written>();
  const nameOf = new Map<string, string>();
  store.write(() => {
    for (const [id, { e164 }] of parties.entries()) {
      if (!random.chance(0.6)) continue;
      const [name, company] = [random.pick(names), random.pick(companies)];
      nameOf.set(e164, searchText(name, company));
      const numbers = [{ key: e164, label: null }];
      const facts = { name, company, email: null, note: null, numbers };
      store.contacts.add({ ...facts, id: id + 1, changedAtUs: 0, revision: 1 });
    }
    for (let nth = 0; nth < calls; nth += 1) {
      const ref = `call-${nth}`;
      const party = random.chance(0.1) ? null : random.pick(parties);
      // Some begin at the same moment.
      const startedAtUs = 1_700_000_000_000_000 + Math.floor(random.between(0, calls * 0.8)) * 1_000_000;
      const call = hugeCall({ ref, startedAtUs, party, random });
      const live = random.chance(0.05);
      store.parties.know(call);
      store.calls.put(live ? { ...call, outcome: 'in-progress' } : call);
      written.set(ref, write(store, call, random));
    }
  });
  return { db, store, written, nameOf };
}

/** Notes and tags, on the call itself or on one that was joined into it afterwards. */
function write(
  store: Store,
  call: LoggedCall | ReturnType<typeof hugeCall>,
  random: ReturnType<typeof createRandom>,
): Written {
  const { ref } = call;
  const notes: string[] = [];
  const tags = new Set<string>();
  const part = random.chance(0.3) ? `${ref}-part` : null;
  for (const own of part === null ? [ref] : [ref, part]) {
    if (random.chance(0.3)) {
      const note = `${random.pick(spokenWords)} ${random.pick(spokenWords)}`;
      store.notes.put(own, call.person, call.startedAtUs, note);
      notes.push(searchText(note));
    }
    if (random.chance(0.3)) {
      const tag = random.pick(tagNames);
      store.tags.put(own, tag);
      tags.add(foldText(tag));
    }
  }
  if (part !== null) {
    store.parts.put(call, ref);
    store.parts.put({ ...call, ref: part }, ref);
  }
  store.marks.refresh(ref);
  if (random.chance(0.1)) {
    const tag = random.pick(tagNames);
    changeTags(store, { refs: [part ?? ref], add: [tag.toUpperCase()], remove: [] });
    tags.add(foldText(tag));
  }
  return { notes, tags };
}

type Log = ReturnType<typeof writtenLog>;

/** The refs of the calls that a filter lets through, newest first: each call looked at by itself. */
export function naive({ store, written, nameOf }: Log, filter: CallFilter, words: readonly SearchWord[]): string[] {
  const same = filter.sameAs === null ? null : store.calls.get(filter.sameAs);
  const isIn = (call: LoggedCall): boolean => {
    const own = written.get(call.ref) ?? { notes: [], tags: new Set<string>() };
    const key = call.e164 ?? call.number;
    const tags = [...own.tags];
    return (
      call.outcome !== 'in-progress' &&
      inView(call, filter.view) &&
      call.startedAtUs >= (filter.fromUs ?? 0) &&
      call.startedAtUs < (filter.toUs ?? Infinity) &&
      (!filter.note || own.notes.length > 0) &&
      (!filter.recording || call.recording !== null) &&
      (filter.tag === null || own.tags.has(foldText(filter.tag))) &&
      (filter.sameAs === null ||
        ((same?.person ?? null) === null ? call.ref === filter.sameAs : call.person === same?.person)) &&
      words.every(
        ({ text, numbers, extension }) =>
          (key !== null && numbers.some((number) => key.includes(number))) ||
          (key !== null && (nameOf.get(key) ?? '').includes(text)) ||
          own.notes.some((note) => note.includes(text)) ||
          tags.some((tag) => tag.includes(text)) ||
          (extension !== null && [call.extension, call.called, call.answeredBy].includes(extension)),
      )
    );
  };
  return [...store.calls.each({ fromUs: 0, toUs: Number.MAX_SAFE_INTEGER, outcomes: [] })]
    .filter(isIn)
    .map(({ ref }) => ref);
}

function inView({ direction, outcome, internal }: LoggedCall, view: CallFilter['view']): boolean {
  switch (view) {
    case 'all':
      return true;
    case 'in':
    case 'out':
      return direction === view;
    case 'missed':
      return direction === 'in' && ['missed', 'unreachable', 'busy'].includes(outcome);
    case 'answered-elsewhere':
      return outcome === 'answered-elsewhere' || outcome === 'picked-up';
    case 'internal':
      return internal;
    case 'unfinished':
      return outcome === 'unfinished';
  }
}

/** All pages of a filter, one after the other. */
export function pages(finder: ReturnType<typeof callFinder>, filter: CallFilter, limit: number): string[] {
  const refs: string[] = [];
  for (let after = null; ;) {
    const page: ReturnType<typeof finder.page> = finder.page(filter, 'CY', after, limit);
    refs.push(...page.map(({ ref }) => ref));
    const last = page.at(-1);
    if (page.length < limit || last === undefined) return refs;
    after = last;
  }
}

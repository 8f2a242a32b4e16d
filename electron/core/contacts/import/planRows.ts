import type { ImportDeed, ImportRemark, RowFault } from '../../../../shared/contactImport.ts';
import type { ContactFacts } from '../../store/contactTable.ts';
import type { Store } from '../../store/store.ts';
import { foldText } from '../../text/fold.ts';
import type { turns } from '../../turns.ts';
import { isSame, merged } from '../merged.ts';
import { type BadNumber, readDraft } from '../readDraft.ts';
import { badSource, type SourceRow } from './sourceRow.ts';

/** What is to become of a row. */
export type PlannedRow = { readonly line: number } & (GoodRow | BadRow);
export interface GoodRow {
  readonly kind: 'good';
  readonly facts: ContactFacts;
  readonly deed: ImportDeed;
  readonly possible: readonly ImportDeed[];
  /** The id of the contact it would be merged into. */
  readonly known: number | null;
  /** The row further up, by its index, into whose contact it would be merged. */
  readonly like: number | null;
  readonly remark: ImportRemark | null;
}
interface BadRow {
  readonly kind: 'bad';
  readonly text: string;
  readonly reason: RowFault;
}

/** Rows of the file by their numbers, and by name those that have no number. */
interface Earlier {
  readonly byKey: Map<string, number>;
  readonly byName: Map<string, number>;
}

/** Decides about every row, letting events in. Writes nothing. */
export async function planRows(
  sources: readonly SourceRow[],
  store: () => Store,
  country: string,
  time: ReturnType<typeof turns>,
): Promise<PlannedRow[]> {
  const rows: PlannedRow[] = [];
  const earlier: Earlier = { byKey: new Map(), byName: new Map() };
  for (const source of sources) {
    rows.push(plannedRow(source, rows, earlier, store(), country));
    if (time.isOver()) await time.next();
  }
  return rows;
}

function plannedRow(
  source: SourceRow,
  rows: readonly PlannedRow[],
  earlier: Earlier,
  store: Store,
  country: string,
): PlannedRow {
  if (source.kind === 'bad') return source;
  const { line, draft } = source;
  const { facts, bad } = readDraft(draft, country);
  if (facts === null) {
    const text = bad.map(({ number }) => number).join(' ');
    return { line, ...badSource(text, bad.length > 0 ? 'no-number' : 'nothing-in-it') };
  }
  const folded = foldText(facts.name);
  const likeAt = earlierLike(facts, folded, earlier);
  const planned = alone(facts, folded, store) ?? (likeAt === null ? null : repeated(facts, likeAt, rows, earlier));
  remember(facts, folded, rows.length, earlier);
  const row = planned ?? { deed: 'add', possible: ['add', 'skip'], known: null, like: null, remark: null };
  return { line, kind: 'good', facts, ...row, remark: row.remark ?? remarkOn(bad) };
}

type Decision = Omit<GoodRow, 'kind' | 'facts'>;

/** What is to become of somebody the user knows: by a number, else by the name. Null for strangers. */
function alone(facts: ContactFacts, folded: string, { contacts }: Store): Decision | null {
  const owners = [...new Set(facts.numbers.flatMap(({ key }) => contacts.ownerOf(key) ?? []))];
  const id = owners[0] ?? contacts.named(folded);
  const known = id === null ? null : contacts.get(id);
  if (known === null) return null;
  const isByNumber = owners.length > 0;
  const free = facts.numbers.filter(({ key }) => isByNumber && contacts.ownerOf(key) === null);
  const others = owners.slice(1).flatMap((owner) => contacts.get(owner)?.name ?? []);
  const isNew = !isSame(merged(known, isByNumber ? withNumbers(facts, known, free) : facts), known);
  const common = { known: known.id, like: null };
  if (!isNew) return { ...common, deed: 'skip', possible: ['skip', 'merge'], remark: { kind: 'nothing-new' } };
  if (isByNumber) {
    const remark: ImportRemark | null =
      others.length === 0 ? null : { kind: 'several', names: [known.name, ...others] };
    return { ...common, deed: 'merge', possible: ['merge', 'skip'], remark };
  }
  // Two people may have the same name; one who has no number yet is taken for the same.
  const isSamePerson = known.numbers.length === 0 || facts.numbers.length === 0;
  return { ...common, deed: isSamePerson ? 'merge' : 'add', possible: ['add', 'merge', 'skip'], remark: null };
}

/** Those of its numbers that are its own or nobody's. */
function withNumbers(facts: ContactFacts, own: ContactFacts, free: ContactFacts['numbers']): ContactFacts {
  const keys = new Set([...own.numbers, ...free].map(({ key }) => key));
  return { ...facts, numbers: facts.numbers.filter(({ key }) => keys.has(key)) };
}

function earlierLike({ numbers }: ContactFacts, folded: string, { byKey, byName }: Earlier): number | null {
  for (const { key } of numbers) {
    const at = byKey.get(key);
    if (at !== undefined) return at;
  }
  return byName.get(folded) ?? null;
}

/** What is to become of a row that has a number, or everything, from a row further up. */
function repeated(facts: ContactFacts, at: number, rows: readonly PlannedRow[], { byKey }: Earlier): Decision | null {
  const first = rows[at];
  if (first?.kind !== 'good') return null;
  const own = facts.numbers.filter(({ key }) => !byKey.has(key));
  const isSameName = foldText(first.facts.name) === foldText(facts.name);
  if (own.length === facts.numbers.length && facts.numbers.length > 0 && first.facts.numbers.length > 0) return null;
  const remark: ImportRemark = { kind: 'repeated', line: first.line };
  const common = { known: first.known, like: at, remark };
  const isNew = !isSame(merged(first.facts, withNumbers(facts, first.facts, own)), first.facts);
  if (isSameName) return { ...common, deed: isNew ? 'merge' : 'skip', possible: ['merge', 'skip'] };
  // People who share a line: whoever has a number besides is somebody of their own.
  if (own.length > 0) return { ...common, deed: 'add', possible: ['add', 'merge', 'skip'] };
  return { ...common, deed: 'skip', possible: ['skip', 'merge'] };
}

function remember({ numbers }: ContactFacts, folded: string, at: number, { byKey, byName }: Earlier): void {
  for (const { key } of numbers) if (!byKey.has(key)) byKey.set(key, at);
  if (!byName.has(folded)) byName.set(folded, at);
}

function remarkOn(bad: readonly BadNumber[]): ImportRemark | null {
  const [first] = bad;
  return first === undefined
    ? null
    : { kind: 'bad-numbers', numbers: bad.map(({ number }) => number.slice(0, 100)), why: first.why };
}

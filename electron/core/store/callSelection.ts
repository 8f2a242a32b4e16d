import type { CallCursor, Outcome, Us } from '../../../shared/call.ts';
import { type CallFilter, type CallView, everyCall } from '../../../shared/callFilter.ts';
import { isOn } from './markTable.ts';

/** Values by the names they have in SQL. */
export type Values = Readonly<Record<string, string | number>>;

/** Conditions on the calls `c`, and an index that leads to the newest of them first. */
export interface Selection {
  readonly index: string;
  /** What the calls of the index have in common. */
  readonly inIndex: readonly string[];
  /** When they began, in which order they are: one bound on either side, for with two SQLite would rather sort. */
  readonly from: Us | CallCursor | null;
  readonly before: Us | CallCursor | null;
  /** The view, which the index tells without a look at the call. */
  readonly view: readonly string[];
  readonly conditions: readonly string[];
  readonly values: Values;
  /** The index may hold a handful of calls, whatever the size of the log. */
  readonly isNarrow: boolean;
  /** Between two extensions alone. */
  readonly isInside: boolean;
}

/** What the log knows of what a filter names. */
export interface FilterFacts {
  /** Whom the call was with that `sameAs` names; the call alone where that is not known. Null without `sameAs`. */
  readonly sameParty: { readonly person: string } | { readonly ref: string } | null;
  /** The tag of the filter: null for one that is on no call, or where none is asked for. */
  readonly tag: { readonly id: number; readonly isRare: boolean } | null;
}

interface Narrowing {
  readonly index: string;
  /** What the calls of this index have in common. */
  readonly inIndex: readonly string[];
  readonly conditions?: readonly string[];
  readonly values?: Values;
}

const byRef = 'sqlite_autoindex_calls_1';
/** What is in progress stands apart from the log. */
export const over = "c.outcome <> 'in-progress'";

/**
 * Calls in each view. `missed` are those that came in and reached nobody, whether I let them ring or my phone was busy or
 * away: the same that ask for a follow-up. What a colleague took, by whatever key, is `answered-elsewhere`.
 */
const views: Readonly<Record<CallView, Narrowing | null>> = {
  all: null,
  in: { index: 'calls_direction', inIndex: ["c.direction = 'in'"] },
  out: { index: 'calls_direction', inIndex: ["c.direction = 'out'"] },
  missed: {
    index: 'calls_unmet',
    inIndex: ["c.direction = 'in'", "c.outcome IN ('missed', 'unreachable', 'busy')"],
  },
  'answered-elsewhere': {
    index: 'calls_elsewhere',
    inIndex: ["c.outcome IN ('answered-elsewhere', 'picked-up')"],
  },
  internal: { index: 'calls_internal', inIndex: ['c.internal = 1'] },
  unfinished: { index: 'calls_unfinished', inIndex: ["c.outcome = 'unfinished'"] },
};

/** Every call that is over. */
export const everySelection = selectionOf(everyCall, { sameParty: null, tag: null });

/** What a filter asks for, its search aside. Of the indexes that lead there, the one that mostly holds the fewest. */
export function selectionOf(filter: CallFilter, facts: FilterFacts): Selection {
  const view = views[filter.view];
  const isHalf = filter.view === 'in' || filter.view === 'out';
  const candidates: (Narrowing | null)[] = [
    facts.sameParty === null ? null : ofParty(facts.sameParty),
    filter.tag === null ? null : withTag(facts.tag),
    filter.note ? { index: 'calls_noted', inIndex: ['c.noted = 1'] } : null,
    isHalf ? null : view,
    filter.recording ? { index: 'calls_recorded', inIndex: ['c.recording IS NOT NULL'] } : null,
    isHalf ? view : null,
  ];
  const narrowings = candidates.filter((narrowing) => narrowing !== null);
  const [narrowest, ...others] = narrowings;
  const { fromUs, toUs } = filter;
  return {
    index: narrowest?.index ?? 'calls_over',
    inIndex: [over, ...(narrowest?.inIndex ?? [])],
    from: fromUs,
    before: toUs,
    view: view?.inIndex ?? [],
    conditions: [
      ...(narrowest?.conditions ?? []),
      ...others.flatMap(({ inIndex, conditions = [] }) => [...inIndex, ...conditions]),
    ],
    values: Object.assign({}, ...narrowings.map(({ values }) => values)) as Values,
    isNarrow: narrowest !== undefined || fromUs !== null || toUs !== null,
    isInside: filter.view === 'internal',
  };
}

function ofParty(party: { readonly person: string } | { readonly ref: string }): Narrowing {
  return 'person' in party
    ? { index: 'calls_person', inIndex: ['c.person = @person'], values: { person: party.person } }
    : { index: byRef, inIndex: ['c.ref = @only'], values: { only: party.ref } };
}

/** A tag on few calls leads to them; one on many is met soon among those that carry any. */
function withTag(tag: FilterFacts['tag']): Narrowing {
  if (tag === null) return { index: byRef, inIndex: ['c.ref = NULL'] };
  const values = { tag: tag.id };
  if (tag.isRare) {
    const calls =
      'SELECT coalesce(head, tags.ref) FROM tags LEFT JOIN parts ON parts.ref = tags.ref WHERE tag_id = @tag';
    return { index: byRef, inIndex: [`c.ref IN (${calls})`], values };
  }
  const conditions = [isOn('c', 'tags', 'tag_id = @tag')];
  return { index: 'calls_tagged', inIndex: ['c.tagged = 1'], conditions, values };
}

/** The calls of a selection that are strictly older than the cursor. */
export function olderThan(cursor: CallCursor, selection: Selection): Selection {
  const { before } = selection;
  return typeof before === 'number' && before <= cursor.startedAtUs ? selection : { ...selection, before: cursor };
}

/** The calls of a selection that have one of these outcomes. */
export function withOutcome(outcomes: readonly Outcome[], selection: Selection): Selection {
  const condition = 'c.outcome IN (SELECT value FROM json_each(@outcomes))';
  return {
    ...selection,
    conditions: [...selection.conditions, condition],
    values: { ...selection.values, outcomes: JSON.stringify(outcomes) },
  };
}

/** The calls of a selection that are strictly newer than the cursor. */
export function newerThan(cursor: CallCursor, selection: Selection): Selection {
  const { from } = selection;
  return typeof from === 'number' && from > cursor.startedAtUs ? selection : { ...selection, from: cursor };
}

/** When the calls of a selection began, in SQL. */
export function timesOf({ from, before }: Selection): { conditions: readonly string[]; values: Values } {
  return {
    conditions: [
      ...(from === null
        ? []
        : [typeof from === 'number' ? 'c.started_at_us >= @fromUs' : cursorCondition('>', 'from')]),
      ...(before === null
        ? []
        : [typeof before === 'number' ? 'c.started_at_us < @beforeUs' : cursorCondition('<', 'before')]),
    ],
    values: { ...valuesOf('from', from), ...valuesOf('before', before) },
  };
}

function cursorCondition(than: '<' | '>', bound: 'from' | 'before'): string {
  return `(c.started_at_us, c.ref) ${than} (@${bound}Us, @${bound}Ref)`;
}

function valuesOf(bound: 'from' | 'before', at: Us | CallCursor | null): Values {
  if (at === null) return {};
  return typeof at === 'number' ? { [`${bound}Us`]: at } : { [`${bound}Us`]: at.startedAtUs, [`${bound}Ref`]: at.ref };
}

/** The same calls, as far as they lie in another index. */
export function within(selection: Selection, place: Pick<Selection, 'index' | 'inIndex' | 'values'>): Selection {
  return {
    ...selection,
    index: place.index,
    inIndex: place.inIndex,
    conditions: [...selection.inIndex, ...selection.conditions],
    values: { ...selection.values, ...place.values },
  };
}

/** The same calls from a moment on. */
export function since(nearUs: Us, selection: Selection): Selection {
  const { from } = selection;
  const isWithin = from !== null && nearUs <= (typeof from === 'number' ? from : from.startedAtUs);
  return isWithin ? selection : { ...selection, from: nearUs };
}

/** The same calls up to a moment. */
export function until(farUs: Us, selection: Selection): Selection {
  return { ...selection, before: farUs };
}

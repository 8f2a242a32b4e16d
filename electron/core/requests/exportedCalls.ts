import type { CallCursor, Us } from '../../../shared/call.ts';
import type { CallFilter } from '../../../shared/callFilter.ts';
import type { ExportOrder } from '../../../shared/exporting.ts';
import type { SettingsView } from '../../../shared/settings.ts';
import { type ExportedCall, exportedCall } from '../export/exportedCall.ts';
import { spell } from '../export/spell.ts';
import type { Piece } from '../export/tickets.ts';
import type { LoggedCall } from '../store/callTable.ts';
import { nameOf } from '../store/contactNames.ts';
import { noteOf } from '../store/notes.ts';
import type { Store } from '../store/store.ts';
import { callOf } from './callDetail.ts';
import { followUpOf } from './callRow.ts';

type CallOrder = Extract<ExportOrder, { kind: 'calls' }>;

const page = 200;

/**
 * Writes calls into a file, newest first, a piece for each. Every page is read when it is needed: no transaction stays open
 * between two pieces, and what is deleted meanwhile is left out.
 */
export function* exportedCalls(
  store: () => Store,
  { which, format, forSpreadsheets, byteOrderMark }: CallOrder,
  settings: () => SettingsView,
  nowUs: Us,
): Generator<Piece, undefined> {
  let share = 0;
  let rows = 0;
  function* exported(): Generator<ExportedCall, undefined> {
    const calls =
      which.kind === 'chosen'
        ? chosen(store, which.refs)
        : filtered(store, which.filter, settings().settings.country, nowUs);
    for (const [call, upTo] of calls) {
      share = upTo;
      rows = 1;
      yield exportedCall(call, {
        followUp: followUpOf(call, settings().settings),
        name: nameOf(store(), call) || null,
        note: noteOf(store(), call),
        tags: store().marks.of(call.ref).tags,
      });
    }
  }
  for (const text of spell(exported(), { format, forSpreadsheets, byteOrderMark })) {
    yield { text, rows, share };
    rows = 0;
  }
}

type Found = readonly [call: LoggedCall, share: number];

function* chosen(store: () => Store, refs: readonly string[]): Generator<Found, undefined> {
  const calls = refs.flatMap((ref) => callOf(store(), ref) ?? []);
  const newestFirst = [...new Map(calls.map((call) => [call.ref, call])).values()].sort(
    (a, b) => b.startedAtUs - a.startedAtUs,
  );
  for (const [index, call] of newestFirst.entries()) yield [call, (index + 1) / newestFirst.length];
}

function* filtered(store: () => Store, filter: CallFilter, country: string, nowUs: Us): Generator<Found, undefined> {
  const newestUs = Math.min(filter.toUs ?? nowUs, nowUs);
  const oldestUs = Math.max(filter.fromUs ?? 0, store().calls.firstStartedAtUs() ?? newestUs);
  let after: CallCursor | null = null;
  for (;;) {
    const hits = store().finder.page(filter, country, after, page);
    const last = hits.at(-1);
    if (last === undefined) return;
    for (const { ref, startedAtUs } of hits) {
      const call = store().calls.get(ref);
      if (call !== null) yield [call, shareOf(startedAtUs, newestUs, oldestUs)];
    }
    after = last;
  }
}

/** How much of the time is written, for nobody has counted the calls. */
function shareOf(us: Us, newestUs: Us, oldestUs: Us): number {
  return newestUs <= oldestUs ? 1 : Math.min(1, Math.max(0, (newestUs - us) / (newestUs - oldestUs)));
}

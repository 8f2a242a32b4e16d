import type { Database } from 'better-sqlite3';

import type { CallCursor, Leg, Outcome, Reason, Us } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';
import { missedAtUs, missedBy } from '../calls/followUp.ts';
import { staleDays } from './staleDays.ts';

/** A call as its columns spell it: flags as 0 and 1, legs as JSON. */
export type Row = Record<string, string | number | null>;

const columns = `ref, direction, internal, outcome, reason, cause, number, e164, extension, called, answered_by,
  started_at_us, rang_at_us, answered_at_us, ended_at_us, ring_us, talk_us, offers, recording, click_to_call,
  click_to_call_data, failed_reason, legs, person, domain, is_group, came_from, transferred_to, contact_at_us,
  contact_by, caller_waits, missed_by, missed_at_us`;
const names = columns.split(',').map((column) => column.trim());

/** How the follow-up of a call stands, before the settings say whether one is wanted. */
export type FollowUpInLog = 'none' | 'undecided' | 'open' | 'settled';

/** A call with what the log knows of it beside its events. */
export interface LoggedCall extends Call {
  readonly followUp: FollowUpInLog;
}

/** What decides how long a call is kept. */
export interface AgedCall {
  readonly ref: string;
  readonly outcome: Outcome;
  readonly startedAtUs: Us;
  readonly followUp: FollowUpInLog;
}

interface Span {
  readonly fromUs: Us;
  readonly toUs: Us;
}

/** Which calls to read: started within [fromUs, toUs), and with one of the outcomes, where any are named. */
export interface CallRange {
  readonly fromUs: Us;
  readonly toUs: Us;
  readonly outcomes: readonly Outcome[];
}

export type CallTable = ReturnType<typeof callTable>;

/** My calls, as last worked out. */
export function callTable(db: Database) {
  const excluded = names.map((name) => `excluded.${name}`).join(', ');
  // What stays as it is costs no write: most calls of a rebuild, and events that tell nothing new.
  const put = db.prepare<[Row]>(
    `INSERT INTO calls (${columns}) VALUES (${names.map((name) => `@${name}`).join(', ')})
     ON CONFLICT (ref) DO UPDATE SET (${columns}) = (${excluded})
     WHERE (${names.map((name) => `calls.${name}`).join(', ')}) IS NOT (${excluded})`,
  );
  const all = `${columns}, follow_up`;
  const get = db.prepare<[string], Row>(`SELECT ${all} FROM calls WHERE ref = ?`);
  const remove = db.prepare<[string]>('DELETE FROM calls WHERE ref = ?');
  const startOf = db.prepare<[string], Us>('SELECT started_at_us FROM calls WHERE ref = ?').pluck();
  const forgetDay = staleDays(db);
  const isWith = db.prepare<[string], { found: 1 }>('SELECT 1 AS found FROM calls WHERE person = ? LIMIT 1');
  const ofPerson = db.prepare<[string], { ref: string }>('SELECT ref FROM calls WHERE person = ?');
  const older = db.prepare<[Us, string, Us, number], AgedCall>(
    `SELECT ref, outcome, started_at_us AS startedAtUs, follow_up AS followUp FROM calls INDEXED BY calls_over
     WHERE outcome <> 'in-progress' AND (started_at_us, ref) > (?, ?) AND started_at_us < ?
     ORDER BY started_at_us, ref LIMIT ?`,
  );
  const live = db.prepare<[], Row>(
    `SELECT ${all} FROM calls WHERE outcome = 'in-progress' ORDER BY started_at_us DESC, ref DESC`,
  );
  const range = db.prepare<[Us, Us], Row>(
    `SELECT ${all} FROM calls WHERE started_at_us >= ? AND started_at_us < ?
     ORDER BY started_at_us DESC, ref DESC`,
  );
  const first = db.prepare<[], { at: Us }>(
    `SELECT started_at_us AS at FROM calls INDEXED BY calls_over WHERE outcome <> 'in-progress'
     ORDER BY started_at_us, ref LIMIT 1`,
  );
  const count = db.prepare<[], { calls: number }>('SELECT count(*) AS calls FROM calls');
  // Refs alone, for there is mostly nothing to be found, and every column named costs time all the same.
  const offered = db.prepare<[string, Us, Us, number], { ref: string }>(
    `SELECT ref FROM calls INDEXED BY calls_offered
     WHERE is_group = 1 AND person = +? AND rang_at_us BETWEEN +? AND +?
     ORDER BY rang_at_us LIMIT ? + 0`,
  );
  const cameFrom = db.prepare<[{ extension: string; fromUs: Us; toUs: Us }], Row>(
    `SELECT ${all} FROM calls INDEXED BY calls_live
     WHERE outcome = 'in-progress' AND came_from = @extension AND started_at_us BETWEEN @fromUs AND @toUs
     UNION ALL
     SELECT ${all} FROM calls INDEXED BY calls_over
     WHERE outcome <> 'in-progress' AND came_from = @extension AND started_at_us BETWEEN @fromUs AND @toUs`,
  );
  const handedOver = db.prepare<[{ direction: string; fromUs: Us; toUs: Us; endedAtUs: Us; withinUs: Us }], Row>(
    `SELECT ${all} FROM calls INDEXED BY calls_over
     WHERE outcome <> 'in-progress' AND outcome = 'transferred' AND direction = @direction AND started_at_us BETWEEN @fromUs AND @toUs
       AND ended_at_us BETWEEN @endedAtUs - @withinUs AND @endedAtUs + @withinUs
     ORDER BY started_at_us DESC, ref DESC LIMIT 1`,
  );

  const withKey = db.prepare<[string, number], { ref: string; startedAtUs: Us }>(
    `SELECT calls.ref AS ref, calls.started_at_us AS startedAtUs FROM parties CROSS JOIN calls INDEXED BY calls_person
     ON calls.person = parties.person
     WHERE parties.key = ? ORDER BY calls.started_at_us DESC LIMIT ?`,
  );

  function byRef(ref: string): LoggedCall | null {
    const row = get.get(ref);
    return row === undefined ? null : fromRow(row);
  }

  return {
    put(call: Call): void {
      const before = startOf.get(call.ref) ?? call.startedAtUs;
      if (put.run(toRow(call)).changes === 0) return;
      forgetDay(call.startedAtUs);
      if (before !== call.startedAtUs) forgetDay(before);
    },
    get: byRef,
    /** Takes a call out that another one stands for now; its events and its part stay. */
    remove(ref: string): void {
      const before = startOf.get(ref);
      remove.run(ref);
      if (before !== undefined) forgetDay(before);
    },
    /** What a group or queue offered of a person between the two moments, the first `most`. */
    offered: (person: string, { fromUs, toUs }: Span, most: number) =>
      offered.all(person, fromUs, toUs, most).flatMap(({ ref }) => byRef(ref) ?? []),
    /** The call of mine that began in this time and that I handed over at this moment, give or take `withinUs`. */
    handedOver(about: {
      direction: Call['direction'];
      fromUs: Us;
      toUs: Us;
      endedAtUs: Us;
      withinUs: Us;
    }): LoggedCall | null {
      const row = handedOver.get(about);
      return row === undefined ? null : fromRow(row);
    },
    /** Calls that began between the two moments and that this extension handed over to me. */
    cameFrom: (extension: string, fromUs: Us, toUs: Us) => cameFrom.all({ extension, fromUs, toUs }).map(fromRow),
    isWith: (person: string) => isWith.get(person) !== undefined,
    /** The refs of every call with this person. */
    ofPerson: (person: string) => ofPerson.all(person).map(({ ref }) => ref),
    /** Over, oldest first, after the cursor and begun before `untilUs`. */
    older: (after: CallCursor, untilUs: Us, limit: number) => older.all(after.startedAtUs, after.ref, untilUs, limit),
    /** In progress or over, with any of these numbers (see `parties.key`), newest first, the first `most`. */
    withKeys: (keys: readonly string[], most: number) =>
      keys
        .flatMap((key) => withKey.all(key, most))
        .sort((a, b) => b.startedAtUs - a.startedAtUs)
        .slice(0, most)
        .flatMap(({ ref }) => byRef(ref) ?? []),
    /** In progress, newest first. */
    live: () => live.all().map(fromRow),
    /** In progress or over, newest first; held by SQLite rather than in memory while they are taken one by one. */
    *each({ fromUs, toUs, outcomes }: CallRange): Generator<LoggedCall, undefined> {
      for (const row of range.iterate(fromUs, toUs)) {
        const call = fromRow(row);
        if (outcomes.length === 0 || outcomes.includes(call.outcome)) yield call;
      }
    },
    /** When the oldest call that is over began; null when there is none. */
    firstStartedAtUs: () => first.get()?.at ?? null,
    count: () => count.get()?.calls ?? 0,
  };
}

function toRow(call: Call): Row {
  const missed = missedBy(call);
  return {
    ref: call.ref,
    direction: call.direction,
    internal: Number(call.internal),
    outcome: call.outcome,
    reason: call.reason,
    cause: call.cause,
    number: call.number,
    e164: call.e164,
    extension: call.extension,
    called: call.called,
    answered_by: call.answeredBy,
    started_at_us: call.startedAtUs,
    rang_at_us: call.rangAtUs,
    answered_at_us: call.answeredAtUs,
    ended_at_us: call.endedAtUs,
    ring_us: call.ringUs,
    talk_us: call.talkUs,
    offers: call.offers,
    recording: call.recording,
    click_to_call: Number(call.clickToCall),
    click_to_call_data: call.clickToCallData,
    failed_reason: call.failedReason,
    legs: JSON.stringify(call.legs),
    person: call.person,
    domain: call.domain,
    is_group: Number(call.group),
    came_from: call.cameFrom,
    transferred_to: call.transferredTo,
    contact_at_us: call.contactAtUs,
    contact_by: call.contactBy,
    caller_waits: Number(call.callerWaits),
    missed_by: missed,
    missed_at_us: missed === null ? null : missedAtUs(call),
  };
}

/** A call from its columns. */
export function fromRow(row: Row): LoggedCall {
  const text = (name: string) => row[name] as string | null;
  const time = (name: string) => row[name] as Us | null;
  return {
    ref: row['ref'] as string,
    direction: row['direction'] as Call['direction'],
    internal: row['internal'] === 1,
    outcome: row['outcome'] as Outcome,
    reason: row['reason'] as Reason | null,
    cause: text('cause'),
    number: text('number'),
    e164: text('e164'),
    extension: row['extension'] as string,
    called: text('called'),
    answeredBy: text('answered_by'),
    startedAtUs: row['started_at_us'] as Us,
    rangAtUs: time('rang_at_us'),
    answeredAtUs: time('answered_at_us'),
    endedAtUs: time('ended_at_us'),
    ringUs: time('ring_us'),
    talkUs: time('talk_us'),
    offers: row['offers'] as number,
    recording: text('recording'),
    clickToCall: row['click_to_call'] === 1,
    clickToCallData: text('click_to_call_data'),
    failedReason: text('failed_reason'),
    legs: JSON.parse(row['legs'] as string) as Leg[],
    person: text('person'),
    domain: text('domain'),
    group: row['is_group'] === 1,
    cameFrom: text('came_from'),
    transferredTo: text('transferred_to'),
    contactAtUs: time('contact_at_us'),
    contactBy: text('contact_by'),
    callerWaits: row['caller_waits'] === 1,
    followUp: row['follow_up'] as FollowUpInLog,
  };
}

import type { Database } from 'better-sqlite3';

import type { CallCursor, Leg, Outcome, Reason, Us } from '../../../shared/call.ts';
import type { Call } from '../calls/call.ts';

/** A call as its columns spell it: flags as 0 and 1, legs as JSON. */
type Row = Record<string, string | number | null>;

const columns = `ref, direction, internal, outcome, reason, cause, number, e164, extension, called, answered_by,
  started_at_us, rang_at_us, answered_at_us, ended_at_us, ring_us, talk_us, offers, recording, click_to_call,
  click_to_call_data, failed_reason, legs`;
const names = columns.split(',').map((column) => column.trim());

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
  const get = db.prepare<[string], Row>(`SELECT ${columns} FROM calls WHERE ref = ?`);
  const live = db.prepare<[], Row>(
    `SELECT ${columns} FROM calls WHERE outcome = 'in-progress' ORDER BY started_at_us DESC, ref DESC`,
  );
  const firstPage = db.prepare<[number], Row>(
    `SELECT ${columns} FROM calls WHERE outcome <> 'in-progress' ORDER BY started_at_us DESC, ref DESC LIMIT ?`,
  );
  const nextPage = db.prepare<[Us, string, number], Row>(
    `SELECT ${columns} FROM calls WHERE outcome <> 'in-progress' AND (started_at_us, ref) < (?, ?)
     ORDER BY started_at_us DESC, ref DESC LIMIT ?`,
  );
  const range = db.prepare<[Us, Us], Row>(
    `SELECT ${columns} FROM calls WHERE started_at_us >= ? AND started_at_us < ?
     ORDER BY started_at_us DESC, ref DESC`,
  );
  const count = db.prepare<[], { calls: number }>('SELECT count(*) AS calls FROM calls');

  return {
    put: (call: Call) => void put.run(toRow(call)),
    get(ref: string): Call | null {
      const row = get.get(ref);
      return row === undefined ? null : fromRow(row);
    },
    /** In progress, newest first. */
    live: () => live.all().map(fromRow),
    /** Over, newest first, at most `limit`, strictly older than the cursor. */
    page(after: CallCursor | null, limit: number): Call[] {
      const rows = after === null ? firstPage.all(limit) : nextPage.all(after.startedAtUs, after.ref, limit);
      return rows.map(fromRow);
    },
    /** In progress or over, newest first; held by SQLite rather than in memory while they are taken one by one. */
    *each({ fromUs, toUs, outcomes }: CallRange): Generator<Call, undefined> {
      for (const row of range.iterate(fromUs, toUs)) {
        const call = fromRow(row);
        if (outcomes.length === 0 || outcomes.includes(call.outcome)) yield call;
      }
    },
    count: () => count.get()?.calls ?? 0,
  };
}

function toRow(call: Call): Row {
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
  };
}

function fromRow(row: Row): Call {
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
  };
}

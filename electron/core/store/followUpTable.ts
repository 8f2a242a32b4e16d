import type { Database } from 'better-sqlite3';

import type { Us } from '../../../shared/call.ts';
import { type FollowUpInLog, fromRow, type LoggedCall, type Row } from './callTable.ts';

/** A call in which somebody of the house spoke with a person. */
export interface Contact {
  readonly ref: string;
  readonly atUs: Us;
  readonly by: string | null;
  /** It was me. */
  readonly mine: boolean;
}

/** How the follow-ups stand: a column of the calls, and what I settled by hand. */
export function followUpTable(db: Database) {
  const set = db.prepare<[string, string, string]>('UPDATE calls SET follow_up = ? WHERE ref = ? AND follow_up <> ?');
  const contact = db.prepare<[string, Us], Omit<Contact, 'mine'> & { mine: number }>(
    `SELECT ref, contact_at_us AS atUs, contact_by AS "by", contact_at_us IS answered_at_us AS mine
     FROM calls INDEXED BY calls_contact
     WHERE person = +? AND contact_at_us > +? ORDER BY contact_at_us LIMIT 1`,
  );
  const settle = db.prepare<[string, Us]>(
    `UPDATE calls INDEXED BY calls_missed SET follow_up = 'settled'
     WHERE person = +? AND missed_by IS NOT NULL AND missed_at_us < +? AND follow_up IN ('open', 'undecided')`,
  );
  const settledBefore = db.prepare<[string, Us], Row>(
    `SELECT * FROM calls INDEXED BY calls_missed
     WHERE person = +? AND missed_by IS NOT NULL AND missed_at_us < +? AND follow_up = 'settled'`,
  );
  const lastSettledBefore = db.prepare<[string, Us], Row>(
    `SELECT * FROM calls INDEXED BY calls_missed
     WHERE person = +? AND missed_by IS NOT NULL AND missed_at_us < +? AND follow_up = 'settled'
     ORDER BY missed_at_us DESC LIMIT 1`,
  );
  const standing = db.prepare<[FollowUpInLog, string], Row>(
    `SELECT * FROM calls INDEXED BY calls_follow_up
     WHERE follow_up IN ('open', 'undecided') AND follow_up = ? AND missed_by IN ('everybody', ?)
     ORDER BY started_at_us DESC, ref DESC`,
  );
  const people = db.prepare<[string, number, Us], { people: number }>(
    `SELECT count(DISTINCT coalesce(person, ref)) AS people FROM calls INDEXED BY calls_follow_up
     WHERE follow_up IN ('open', 'undecided') AND follow_up = 'open' AND missed_by IN ('everybody', ?)
       AND is_group <= ? AND NOT EXISTS (SELECT 1 FROM snoozed WHERE snoozed.ref = calls.ref AND until_us > ?)`,
  );
  const settleByHand = db.prepare<[string, Us, string | null]>(
    `INSERT INTO settled_by_hand (ref, at_us, reason) VALUES (?, ?, ?)
     ON CONFLICT (ref) DO UPDATE SET at_us = excluded.at_us, reason = excluded.reason`,
  );
  const reopen = db.prepare<[string]>('DELETE FROM settled_by_hand WHERE ref = ?');
  const byHand = db.prepare<[string], { atUs: Us; reason: string | null }>(
    'SELECT at_us AS atUs, reason FROM settled_by_hand WHERE ref = ?',
  );

  return {
    /** Returns whether it stood otherwise before. */
    set: (ref: string, state: FollowUpInLog): boolean => set.run(state, ref, state).changes > 0,
    /** The first call of my log after a moment in which somebody of the house spoke with this person. */
    contactAfter(person: string, us: Us): Contact | null {
      const found = contact.get(person, us);
      return found === undefined ? null : { ...found, mine: found.mine === 1 };
    },
    /** Settles what this person left open before a moment. Returns how many. */
    settleBefore: (person: string, us: Us) => settle.run(person, us).changes,
    /** What of this person was missed before a moment and is settled. */
    settledBefore: (person: string, us: Us): LoggedCall[] => settledBefore.all(person, us).map(fromRow),
    /** The last of these. */
    lastSettledBefore(person: string, us: Us): LoggedCall | null {
      const row = lastSettledBefore.get(person, us);
      return row === undefined ? null : fromRow(row);
    },
    /** Newest first. `withElsewhere`: also what only I missed. */
    standing: (state: 'open' | 'undecided', { withElsewhere }: { withElsewhere: boolean }): LoggedCall[] =>
      standing.all(state, withElsewhere ? 'me' : 'everybody').map(fromRow),
    /** How many people wait for a call that is not put off; what only I missed is one of a group. */
    people: ({ withGroups, withElsewhere, nowUs }: { withGroups: boolean; withElsewhere: boolean; nowUs: Us }) =>
      people.get(withElsewhere ? 'me' : 'everybody', Number(withGroups), nowUs)?.people ?? 0,
    settleByHand: (ref: string, atUs: Us, reason: string | null) => void settleByHand.run(ref, atUs, reason),
    /** Takes back what was settled by hand. */
    reopen: (ref: string) => void reopen.run(ref),
    byHand: (ref: string) => byHand.get(ref) ?? null,
  };
}

import type { Database } from 'better-sqlite3';

import type { Call } from '../calls/call.ts';

/** A contact as a call shows it. */
export interface ContactName {
  readonly id: number;
  readonly name: string;
  readonly company: string | null;
}

/** Answers whose number this is, by `Call.e164 ?? Call.number`. Read anew each time: a name may just have changed. */
export function contactNames(db: Database) {
  const find = db.prepare<[string], ContactName>(
    `SELECT id, name, company FROM contact_numbers CROSS JOIN contacts ON id = contact_id WHERE key = +?`,
  );

  return {
    /** Null when nobody gave this number a name. */
    of: (key: string): ContactName | null => find.get(key) ?? null,
  };
}

/** The name of the other party of a call as templates and exports have it; empty when there is none. */
export function nameOf(
  { names }: { readonly names: ReturnType<typeof contactNames> },
  { e164, number }: Pick<Call, 'e164' | 'number'>,
): string {
  const key = e164 ?? number;
  return (key === null ? null : names.of(key)?.name) ?? '';
}

import { foundation } from './010-foundation.ts';
import { rules } from './020-rules.ts';
import { people } from './030-people.ts';
import { notes } from './040-notes.ts';
import { finding } from './050-finding.ts';
import { contacts } from './060-contacts.ts';
import { days } from './070-days.ts';
import { removal } from './080-removal.ts';
import { reach } from './090-reach.ts';
import { traces } from './100-traces.ts';
import { imports } from './110-imports.ts';

export interface Migration {
  /** In tens, so that a branch finds room between two. Kept in SQLite's `user_version`. */
  readonly version: number;
  readonly name: string;
  readonly sql: string;
}

/** Every step from an empty file to now, in order. A step that has shipped is never edited; add the next one. */
export const migrations: readonly Migration[] = [
  foundation,
  rules,
  people,
  notes,
  finding,
  contacts,
  days,
  removal,
  reach,
  traces,
  imports,
];

export const latestVersion = Math.max(...migrations.map((migration) => migration.version));

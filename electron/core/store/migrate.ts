import type { Database } from 'better-sqlite3';

import { searchText } from '../text/searchText.ts';
import { type Migration, migrations } from './migrations/list.ts';

/** Brings a database forward, all missing steps in one transaction: it is either at the newest version or untouched. */
export function migrate(db: Database, steps: readonly Migration[] = migrations): void {
  const from = versionOf(db);
  db.function('search_text', { deterministic: true }, (text) => searchText(String(text)));
  db.transaction(() => {
    for (const step of steps) {
      if (step.version <= from) continue;
      db.exec(step.sql);
      db.pragma(`user_version = ${step.version}`);
    }
  }).immediate();
}

export function versionOf(db: Database): number {
  return Number(db.pragma('user_version', { simple: true }));
}

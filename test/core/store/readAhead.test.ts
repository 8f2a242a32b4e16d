import { join } from 'node:path';

import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { readAhead } from '../../../electron/core/store/readAhead.ts';
import { fillLog } from '../../support/filledLog.ts';
import { tempFolder } from '../../support/tempFolder.ts';

test('what is searched first can be read ahead in a log of this version', () => {
  const path = join(tempFolder(), 'ringside.db');
  fillLog(path, { calls: 100, fromUs: 1_700_000_000_000_000 });
  const statements: unknown[] = [];
  const db = new Database(path, { readonly: true, verbose: (statement) => void statements.push(statement) });
  onTestFinished(() => void db.close());
  readAhead(db);
  expect(statements.length).toBeGreaterThan(5);
});

import { join } from 'node:path';

import { expect, onTestFinished, test } from 'vitest';

import { connect, connectForReading, lockFolder } from '../../../electron/core/store/connection.ts';
import { tempFolder } from '../../support/tempFolder.ts';

function connected() {
  const path = join(tempFolder(), 'ringside.db');
  const db = connect(path);
  onTestFinished(() => void db.close());
  return { path, db };
}

test.for([
  ['journal_mode', 'wal'],
  ['synchronous', 2],
  ['secure_delete', 1],
  ['foreign_keys', 1],
  ['trusted_schema', 0],
] as const)('a connection has %s = %s in force', ([name, value]) => {
  expect(connected().db.pragma(name, { simple: true })).toBe(value);
});

test('a connection for reading reads beside the other one, and cannot write', () => {
  const { path, db } = connected();
  db.exec('CREATE TABLE t (a INTEGER) STRICT; INSERT INTO t VALUES (1)');
  const reader = connectForReading(path);
  onTestFinished(() => void reader.close());
  expect(reader.prepare('SELECT a FROM t').all()).toEqual([{ a: 1 }]);
  expect(() => reader.exec('INSERT INTO t VALUES (2)')).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }));
});

test('a connection for reading makes no database where there is none', () => {
  expect(() => connectForReading(join(tempFolder(), 'none.db'))).toThrow(
    expect.objectContaining({ code: 'SQLITE_CANTOPEN' }),
  );
});

test('a folder is held by one alone until it is given back', () => {
  const path = join(tempFolder(), 'lock.db');
  const unlock = lockFolder(path);
  expect(unlock).not.toBeNull();
  expect(lockFolder(path)).toBeNull();
  unlock?.();
  const again = lockFolder(path);
  expect(again).not.toBeNull();
  again?.();
});

import { join } from 'node:path';

import Database from 'better-sqlite3';
import { expect, onTestFinished, test } from 'vitest';

import { migrate, versionOf } from '../../../electron/core/store/migrate.ts';
import { latestVersion, migrations } from '../../../electron/core/store/migrations/list.ts';
import { storeOn } from '../../../electron/core/store/store.ts';
import { type CallFilter, everyCall } from '../../../shared/callFilter.ts';
import { tempFolder } from '../../support/tempFolder.ts';

function emptyDatabase() {
  const db = new Database(join(tempFolder(), 'ringside.db'));
  onTestFinished(() => void db.close());
  return db;
}

const schemaOf = (db: Database.Database) => db.prepare('SELECT type, name, sql FROM sqlite_schema ORDER BY name').all();

test('migrations are numbered in tens, upwards, each with a name of its own', () => {
  const versions = migrations.map(({ version }) => version);
  expect(versions).toEqual(versions.toSorted((a, b) => a - b));
  expect(new Set(versions).size).toBe(versions.length);
  for (const version of versions) expect(version % 10).toBe(0);
  expect(new Set(migrations.map(({ name }) => name)).size).toBe(migrations.length);
});

test('an empty file is brought to the newest version, and each step leaves its number', () => {
  const db = emptyDatabase();
  for (const [index, { version }] of migrations.entries()) {
    migrate(db, migrations.slice(0, index + 1));
    expect(versionOf(db)).toBe(version);
  }
  expect(versionOf(db)).toBe(latestVersion);
});

test('a file at the newest version stays as it is', () => {
  const db = emptyDatabase();
  migrate(db);
  const before = schemaOf(db);
  migrate(db);
  expect(schemaOf(db)).toEqual(before);
  expect(versionOf(db)).toBe(latestVersion);
});

test('only the steps that are missing are taken', () => {
  const db = emptyDatabase();
  migrate(db);
  const next = { version: latestVersion + 10, name: 'next', sql: 'CREATE TABLE next (a INTEGER) STRICT;' };
  migrate(db, [...migrations, next]);
  expect(versionOf(db)).toBe(next.version);
  expect(schemaOf(db)).toContainEqual(expect.objectContaining({ name: 'next' }));
});

test('a step that fails takes the steps before it back', () => {
  const db = emptyDatabase();
  const broken = {
    version: latestVersion + 10,
    name: 'broken',
    sql: 'CREATE TABLE half (a INTEGER); CREATE nonsense;',
  };
  expect(() => migrate(db, [...migrations, broken])).toThrow(/syntax error/);
  expect(versionOf(db)).toBe(0);
  expect(schemaOf(db)).toEqual([]);
});

test('which leg had a leg rung is brought from the bodies into the events of older versions', () => {
  const db = emptyDatabase();
  const older = migrations.filter(({ version }) => version < 30);
  migrate(db, older);
  db.exec(`INSERT INTO identities VALUES (1, '[]')`);
  const insert = db.prepare(`INSERT INTO events VALUES (?, 'call', ?, 1, 0, 0, '{"ref":"call"}', ?)`);
  const bodies = ['{"originating_leg_uuid":"first"}', '{"originating_leg_uuid":""}', '{}', '{"not" "JSON"}'];
  bodies.forEach((body, index) => insert.run(index + 1, Buffer.from(String(index)), Buffer.from(body)));
  migrate(db);
  const events = db.prepare<[], { event: string }>('SELECT event FROM events ORDER BY id').all();
  expect(events.map(({ event }) => JSON.parse(event))).toEqual(
    ['first', null, null, null].map((originatingLeg) => ({ ref: 'call', originatingLeg })),
  );
});

test('calls and notes of an older file are found after an update', () => {
  const db = emptyDatabase();
  migrate(
    db,
    migrations.filter(({ version }) => version < 50),
  );
  db.exec(`
    INSERT INTO calls (ref, direction, internal, outcome, number, e164, extension, started_at_us, offers, click_to_call,
      legs, person)
    VALUES ('old', 'in', 0, 'missed', '0035799123456', '+35799123456', '1002', 1000, 1, 0, '[]', '+35799123456'),
           ('other', 'in', 0, 'missed', '+442079460001', '+442079460001', '1002', 2000, 1, 0, '[]', '+442079460001');
    INSERT INTO parts (ref, head, call) VALUES ('part', 'old', '{}');
    INSERT INTO notes (ref, person, at_us, note) VALUES ('part', '+35799123456', 1000, 'Τιμολόγιο');
  `);
  migrate(db);
  const { finder, notes, marks } = storeOn(db);
  const found = (filter: Partial<CallFilter>) =>
    finder.page({ ...everyCall, ...filter }, '', null, 10).map(({ ref }) => ref);
  expect(found({ search: '99 123' })).toEqual(['old']);
  expect(found({ search: 'τιμολογιο' })).toEqual(['old']);
  expect(found({ view: 'missed' })).toEqual(['other', 'old']);
  expect(found({ note: true })).toEqual(['old']);
  expect(marks.of('old')).toEqual({ hasNote: true, tags: [] });
  expect(notes.get('part')).toBe('Τιμολόγιο');
});

import { join } from 'node:path';

import Database from 'better-sqlite3';
import { describe, expect, onTestFinished, test } from 'vitest';

import { foldText } from '../../electron/core/text/fold.ts';
import { searchText } from '../../electron/core/text/searchText.ts';
import type { Outcome } from '../../shared/call.ts';
import { type CallFilter, everyCall } from '../../shared/callFilter.ts';
import { type CallStory, callIn, callOut } from '../support/calls.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { type Running, startApp } from '../support/startApp.ts';

const second = 1_000_000;
const maria = '+35799123456';

/** An agent who spoke with Maria, missed her once, and called somebody in London. */
async function agent() {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], clock });
  const atUs = clock.nowUs() - 3600 * second;
  await running.post(callIn({ ref: 'spoke', atUs, answered: 4, ended: 60 }));
  await running.post(callIn({ ref: 'missed', atUs: atUs + 600 * second, ended: 15, cause: 'NO_ANSWER' }));
  await running.post(
    callOut({ ref: 'london', atUs: atUs + 900 * second, number: '+442079460001', answered: 5, ended: 30 }),
  );
  return { clock, running, atUs };
}

const found = async (running: Running, filter: Partial<CallFilter>) =>
  (await running.ask('calls.page', { filter: { ...everyCall, ...filter }, after: null, limit: 50 })).calls.map(
    ({ ref }) => ref,
  );

/** Gives a number a name, as the contacts do. */
function name(running: Running, id: number, key: string, as: string, company: string | null = null): void {
  const db = new Database(join(running.dataDir, 'ringside.db'));
  onTestFinished(() => void db.close());
  db.prepare(
    `INSERT INTO contacts (id, name, company, changed_at_us, sort_key) VALUES (?, ?, ?, 0, ?)
     ON CONFLICT (id) DO UPDATE SET name = excluded.name`,
  ).run(id, as, company, foldText(as));
  db.prepare('INSERT INTO contact_numbers (key, contact_id, position) VALUES (?, ?, 0) ON CONFLICT DO NOTHING').run(
    key,
    id,
  );
  db.prepare('INSERT OR REPLACE INTO names_text (rowid, text) VALUES (?, ?)').run(id, searchText(as, company));
}

describe('calls are found', () => {
  test.for(['99 123', '0035799', '+357-99', '(99)123', '456', '35799123456'])('by a number: %s', async (search) => {
    const { running } = await agent();
    expect(await found(running, { search })).toEqual(['missed', 'spoke']);
  });

  test('by a national number, when the settings name the country', async () => {
    const { running } = await agent();
    await running.ask('settings.change', { country: 'GB' });
    expect(await found(running, { search: '020 7946' })).toEqual(['london']);
  });

  test('by the name and the company of a contact, without its accents', async () => {
    const { running } = await agent();
    name(running, 1, maria, 'Μαρία Γεωργίου', 'Café Zoë');
    expect(await found(running, { search: 'ΓΕΩΡΓΊΟΥ μαρια' })).toEqual(['missed', 'spoke']);
    expect(await found(running, { search: 'cafe zoe 99' })).toEqual(['missed', 'spoke']);
    expect(await found(running, { search: 'μαρια london' })).toEqual([]);
  });

  test('by their note until it is taken away, and by their tags', async () => {
    const { running } = await agent();
    await running.ask('notes.set', { ref: 'london', note: 'Wants an offer' });
    await running.ask('tags.change', { refs: ['spoke'], add: ['Παραγγελία'], remove: [] });
    expect(await found(running, { search: 'OFFER' })).toEqual(['london']);
    expect(await found(running, { search: 'παραγγ' })).toEqual(['spoke']);
    expect(await found(running, { note: true })).toEqual(['london']);
    expect(await found(running, { tag: 'παραγγελια' })).toEqual(['spoke']);
    await running.ask('notes.set', { ref: 'london', note: '' });
    expect(await found(running, { search: 'OFFER' })).toEqual([]);
    expect(await found(running, { note: true })).toEqual([]);
  });

  test('with the same person, and a withheld caller with nobody but themselves', async () => {
    const { running, atUs } = await agent();
    for (const ref of ['hidden', 'other']) {
      await running.post(callIn({ ref, atUs: atUs + 1000 * second, number: 'anonymous', ended: 3 }));
    }
    expect(await found(running, { sameAs: 'missed' })).toEqual(['missed', 'spoke']);
    expect(await found(running, { sameAs: 'hidden' })).toEqual(['hidden']);
  });

  test('and counted, no further than asked', async () => {
    const { running } = await agent();
    const count = (atMost: number) => running.ask('calls.count', { filter: everyCall, atMost });
    expect(await count(2)).toEqual({ calls: 2, isAll: false });
    expect(await count(3)).toEqual({ calls: 3, isAll: true });
    const withOutcomes = (outcomes: Outcome[], atMost = 10) =>
      running.ask('calls.count', { filter: everyCall, outcomes, atMost });
    expect(await withOutcomes(['missed'])).toEqual({ calls: 1, isAll: true });
    expect(await withOutcomes(['missed', 'answered'], 1)).toEqual({ calls: 1, isAll: false });
    expect(await withOutcomes([])).toEqual({ calls: 0, isAll: true });
  });

  test('with what was noted and tagged before they were joined into one', async () => {
    const { running, atUs } = await agent();
    const offer = (story: CallStory) => callIn({ ...story, fields: { originating_leg_uuid: '' } });
    const number = '+35799000001';
    const [first, next] = [atUs + 2000 * second, atUs + 2012 * second];
    await running.post(offer({ ref: 'b', atUs: next, number, ended: 10, cause: 'NO_ANSWER' }));
    await running.ask('notes.set', { ref: 'b', note: 'from the second offer' });
    await running.ask('tags.change', { refs: ['b'], add: ['queue'], remove: [] });
    await running.post(offer({ ref: 'a', atUs: first, number, ended: 10, cause: 'NO_ANSWER' }));
    expect(await found(running, { search: 'second offer' })).toEqual(['a']);
    expect(await found(running, { tag: 'queue', note: true })).toEqual(['a']);
    expect((await running.ask('calls.get', 'b'))?.call).toMatchObject({ ref: 'a', hasNote: true, tags: ['queue'] });
    await running.ask('log.rebuild');
    expect(await found(running, { search: 'queue' })).toEqual(['a']);
    await running.ask('tags.change', { refs: ['b'], add: [], remove: ['QUEUE'] });
    expect(await found(running, { tag: 'queue' })).toEqual([]);
    expect(await running.ask('tags.list')).toEqual([]);
  });
});

describe('a tag', () => {
  test('is the same in every spelling, and keeps the first one', async () => {
    const { running } = await agent();
    await running.ask('tags.change', { refs: ['spoke'], add: ['Urgent'], remove: [] });
    await running.ask('tags.change', { refs: ['missed', 'spoke'], add: ['ÚRGENT', 'order'], remove: [] });
    expect(await running.ask('tags.list')).toEqual([
      { tag: 'order', calls: 2 },
      { tag: 'Urgent', calls: 2 },
    ]);
    expect((await running.ask('calls.get', 'missed'))?.call.tags).toEqual(['order', 'Urgent']);
    await running.ask('tags.change', { refs: ['missed', 'spoke'], add: [], remove: ['urgent'] });
    expect(await running.ask('tags.list')).toEqual([{ tag: 'order', calls: 2 }]);
  });

  test('is back, in its spelling and on the calls that had it, when a change is undone', async () => {
    const { running } = await agent();
    await running.ask('tags.change', { refs: ['spoke'], add: ['Urgent'], remove: [] });
    const before = await running.ask('tags.list');
    const { undo, count } = await running.ask('tags.change', {
      refs: ['missed', 'spoke'],
      add: ['order'],
      remove: ['URGENT'],
    });
    expect(count).toBe(2);
    expect(await running.ask('tags.list')).toEqual([{ tag: 'order', calls: 2 }]);
    await running.ask('deeds.undo', undo);
    expect(await running.ask('tags.list')).toEqual(before);
    expect(await found(running, { tag: 'urgent' })).toEqual(['spoke']);
    expect(await found(running, { tag: 'order' })).toEqual([]);
    const again = await running.ask('tags.change', { refs: ['spoke'], add: ['urgent'], remove: [] });
    await running.ask('deeds.undo', again.undo);
    expect(await running.ask('tags.list')).toEqual(before);
  });
});

describe("a contact's name", () => {
  test('is in rows, follow-ups and what is opened for a call', async () => {
    const { running } = await agent();
    name(running, 7, maria, 'Μαρία Γεωργίου', 'Acme');
    const party = { name: 'Μαρία Γεωργίου', company: 'Acme', contactId: 7 };
    expect((await running.ask('calls.page', { after: null, limit: 2 })).calls[1]).toMatchObject({ party });
    expect(await running.ask('followUps.list')).toMatchObject([{ party, timeZone: expect.stringMatching(/^Asia/) }]);
    await running.ask('settings.change', { crmUrl: 'https://crm.example.com/?who={name}' });
    await running.ask('calls.openCrm', 'missed');
    expect(running.openedUrls).toEqual([`https://crm.example.com/?who=${encodeURIComponent('Μαρία Γεωργίου')}`]);
  });

  test('is on a card that is up as soon as it changes, and nowhere while names are hidden', async () => {
    const { clock, running } = await agent();
    await running.post(callIn({ ref: 'rings', atUs: clock.nowUs() }));
    expect(await running.ask('pops.list')).toMatchObject([{ call: { party: { name: null } } }]);
    name(running, 1, maria, 'Maria');
    expect(await running.ask('pops.list')).toMatchObject([{ call: { party: { name: 'Maria' } } }]);
    expect(await running.ask('calls.live')).toMatchObject([{ party: { name: 'Maria' } }]);
    await running.ask('settings.change', { masked: true });
    expect(JSON.stringify([await running.ask('pops.list'), await running.ask('followUps.list')])).not.toContain(
      'Maria',
    );
  });
});

describe('a follow-up that is put off', () => {
  test('comes last and is not counted, until its time comes and windows hear of it', async () => {
    const { clock, running, atUs } = await agent();
    await running.post(
      callIn({ ref: 'later', atUs: atUs + 1200 * second, number: '+35799000001', ended: 9, cause: 'NO_ANSWER' }),
    );
    const untilUs = clock.nowUs() + 60 * second;
    await running.ask('followUps.snooze', { refs: ['missed'], untilUs });
    const list = async () =>
      (await running.ask('followUps.list')).map(({ calls, snoozedUntilUs }) => [calls[0]?.ref, snoozedUntilUs]);
    expect(await list()).toEqual([
      ['later', null],
      ['missed', untilUs],
    ]);
    expect(await running.ask('followUps.count')).toBe(1);
    running.pushes.length = 0;
    clock.advance(59_000);
    expect(running.pushes).toEqual([]);
    clock.advance(6000);
    expect(running.pushes).toEqual([{ name: 'changed', value: { what: ['calls'] } }]);
    expect(await list()).toEqual([
      ['missed', null],
      ['later', null],
    ]);
    expect(await running.ask('followUps.count')).toBe(2);
  });

  test('can be called for at once', async () => {
    const { clock, running } = await agent();
    await running.ask('followUps.snooze', { refs: ['missed'], untilUs: clock.nowUs() + 60 * second });
    await running.ask('followUps.snooze', { refs: ['missed'], untilUs: null });
    expect(await running.ask('followUps.count')).toBe(1);
  });

  test('is awake when that person calls in vain again', async () => {
    const { clock, running } = await agent();
    await running.ask('followUps.snooze', { refs: ['missed'], untilUs: clock.nowUs() + 3600 * second });
    expect(await running.ask('followUps.count')).toBe(0);
    await running.post(callIn({ ref: 'again', atUs: clock.nowUs() - 20 * second, ended: 9, cause: 'NO_ANSWER' }));
    expect(await running.ask('followUps.list')).toMatchObject([
      { snoozedUntilUs: null, calls: [{ ref: 'again' }, { ref: 'missed' }] },
    ]);
    expect(await running.ask('followUps.count')).toBe(1);
  });
});

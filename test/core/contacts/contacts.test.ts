import { describe, expect, test } from 'vitest';

import type { ContactCursor, ContactPage } from '../../../shared/contact.ts';
import { callIn } from '../../support/calls.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { startApp } from '../../support/startApp.ts';
import { add, found, someone } from './someone.ts';

const maria = someone('Μαρία Γεωργίου', ['+357 99 123456:Mobile', '1002'], { company: 'Acme Ltd', note: 'likes tea' });

/** An office on Cyprus. */
async function office(clock = fakeClock()) {
  const running = await startApp({ extensions: ['1002'], clock });
  await running.ask('settings.change', { country: 'CY' });
  return { running, clock };
}

describe('a contact', () => {
  test('is kept with numbers in E.164, extensions as they are', async () => {
    const { running, clock } = await office();
    const [id = 0] = await add(running, someone(' Μαρία  Γεωργίου ', ['99 123456:Mobile', '0030 210 1234567', '1002']));
    expect(await running.ask('contacts.get', id)).toEqual({
      contact: {
        id,
        name: 'Μαρία Γεωργίου',
        company: null,
        email: null,
        note: null,
        numbers: [
          { key: '+35799123456', display: '+357 99 123456', label: 'Mobile' },
          { key: '+302101234567', display: '+30 21 0123 4567', label: null },
          { key: '1002', display: '1002', label: null },
        ],
        changedAtUs: clock.nowUs(),
      },
      calls: [],
    });
  });

  test('shows the newest calls with any of its numbers', async () => {
    const { running, clock } = await office();
    const [id = 0] = await add(running, someone('Maria', ['+35799123456', '+35799000001']));
    const atUs = clock.nowUs() - 3_600_000_000;
    for (let at = 0; at < 22; at++) {
      const number = at % 2 === 0 ? '+35799123456' : '+35799000001';
      await running.post(callIn({ ref: `call-${at}`, atUs: atUs + at * 60_000_000, number, ended: 5 }));
    }
    await running.post(callIn({ ref: 'other', atUs, number: '+35799000002', ended: 5 }));
    const calls = (await running.ask('contacts.get', id))?.calls.map(({ ref }) => ref);
    expect(calls).toEqual(Array.from({ length: 20 }, (_, at) => `call-${21 - at}`));
  });

  test('without a name goes by its company or its first number, and is none without any', async () => {
    const { running } = await office();
    await add(running, someone('', ['99 123456']), someone('', [], { company: 'Acme Ltd' }));
    expect(await found(running)).toEqual(['+357 99 123456', 'Acme Ltd']);
    const save = (draft: ReturnType<typeof someone>) =>
      running.ask('contacts.save', { id: null, draft, takeOver: false });
    expect(await save(someone('', [''], { note: 'who?' }))).toEqual({ kind: 'empty' });
    expect(await save(someone('Zoe', ['12', '99 12345 6789 1']))).toEqual({
      kind: 'bad-number',
      number: '99 12345 6789 1',
      why: 'impossible',
    });
    await running.ask('settings.change', { country: '' });
    expect(await save(someone('Zoe', ['99 123457']))).toMatchObject({ kind: 'bad-number', why: 'no-country' });
    expect(await found(running)).toHaveLength(2);
  });

  test('gives a number away only when somebody says so', async () => {
    const { running } = await office();
    const [first = 0] = await add(running, maria);
    const order = { id: null, draft: someone('Andreas', ['99123456', '99000001']), takeOver: false };
    expect(await running.ask('contacts.save', order)).toMatchObject({
      kind: 'taken',
      numbers: [{ number: '99123456', by: { id: first } }],
    });
    expect(await running.ask('contacts.save', { ...order, takeOver: true })).toMatchObject({ kind: 'saved' });
    expect((await running.ask('contacts.get', first))?.contact.numbers.map(({ key }) => key)).toEqual(['1002']);
  });

  test('that changes is told to every window that shows a name', async () => {
    const { running } = await office();
    await add(running, maria);
    expect(running.pushes.at(-1)).toEqual({ name: 'changed', value: { what: ['contacts', 'calls', 'pops'] } });
  });

  test('stays in the core while names and numbers are hidden', async () => {
    const { running } = await office();
    const [id = 0] = await add(running, maria);
    await running.ask('settings.change', { masked: true });
    for (const asked of [
      running.ask('contacts.page', { search: '', after: null, limit: 10 }),
      running.ask('contacts.get', id),
      running.ask('contacts.duplicates'),
      running.ask('contacts.save', { id, draft: maria, takeOver: false }),
    ]) {
      await expect(asked).rejects.toThrow('hidden');
    }
  });
});

describe('the list of contacts', () => {
  test('is in the order of the names, page by page', async () => {
    const { running } = await office();
    await add(running, ...['Ωμέγα', 'anna', 'Álvaro', 'Zoe', 'Άννα', 'Anna'].map((name) => someone(name)));
    const names: string[] = [];
    let after: ContactCursor | null = null;
    do {
      const page: ContactPage = await running.ask('contacts.page', { search: '', after, limit: 2 });
      expect(page.total).toBe(6);
      names.push(...page.contacts.map(({ name }) => name));
      after = page.next;
    } while (after !== null);
    expect(names).toEqual(['Álvaro', 'anna', 'Anna', 'Zoe', 'Άννα', 'Ωμέγα']);
  });

  test.for([
    ['μαρια', 'a name without its accents'],
    ['ΓΕΩΡΓΊΟΥ', 'capitals'],
    ['γ', 'the first letter of any word'],
    ['γε', 'the first two'],
    ['ωργ', 'three letters from the middle'],
    ['acme μαρ', 'words in any order'],
    ['99 123', 'a number from any digit'],
    ['0035799', 'a number with 00'],
    ['+357-99', 'a number with dashes'],
    ['099123456', 'a number with the 0 before the area code'],
    ['(99) 12-34-56', 'a number in brackets'],
    ['μαρία 123456', 'a name and a number'],
    ['10', 'the beginning of an extension'],
  ])('finds %s: %s', async ([search]) => {
    const { running } = await office();
    await add(running, maria, someone('Zoe Smith', ['+44 20 7946 0018'], { company: 'Beta' }));
    expect(await found(running, search)).toEqual(['Μαρία Γεωργίου']);
  });

  test.for(['αρ γ', 'ε', 'αρ', 'acme zoe', '99 124', 'mar"', '99*'])('finds nothing for %s', async (search) => {
    const { running } = await office();
    await add(running, maria, someone('Zoe Smith'));
    expect(await found(running, search)).toEqual([]);
  });

  test('shows everybody while nothing is typed that could be looked for', async () => {
    const { running } = await office();
    await add(running, maria);
    for (const search of ['', ' ', '"', '()', '\u0000', '*']) expect(await found(running, search)).toHaveLength(1);
  });

  test('is searched in many hits as in few', async () => {
    const { running } = await office();
    const drafts = Array.from({ length: 2100 }, (_, at) => someone(`Person ${String(at).padStart(4, '0')}`));
    await add(running, ...drafts, someone('Anna'), someone('Zoe Person'));
    const page = await running.ask('contacts.page', { search: 'pers', after: null, limit: 3 });
    expect(page.total).toBe(2101);
    expect(page.contacts.map(({ name }) => name)).toEqual(['Person 0000', 'Person 0001', 'Person 0002']);
    const end = { sortKey: 'person 2098', id: Number.MAX_SAFE_INTEGER };
    const last = await running.ask('contacts.page', { search: 'pers', after: end, limit: 3 });
    expect(last.contacts.map(({ name }) => name)).toEqual(['Person 2099', 'Zoe Person']);
    expect(last.next).toBeNull();
  });
});

describe('contacts that look like one', () => {
  test('are those with the same name or the same e-mail', async () => {
    const { running } = await office();
    await add(
      running,
      someone('Άννα', [], { email: 'anna@example.com' }),
      someone('αννα', [], { email: 'Anna@Example.com' }),
      someone('Maria', [], { email: 'anna@example.com' }),
      someone('Zoe'),
    );
    const groups = await running.ask('contacts.duplicates');
    expect(groups.map(({ because, contacts }) => [because, contacts.map(({ name }) => name)])).toEqual([
      ['same-name', ['Άννα', 'αννα']],
      ['same-email', ['Άννα', 'αννα', 'Maria']],
    ]);
  });

  test('become one that loses nothing', async () => {
    const { running } = await office();
    const [into = 0, ...from] = await add(
      running,
      maria,
      someone('Maria', ['99000001:Work'], { company: 'Other', email: 'm@example.com', note: 'speaks French' }),
      someone('M', ['99000002'], { note: 'likes tea' }),
    );
    const { contact } = await running.ask('contacts.merge', { into, from: [...from, into, 999] });
    expect(contact).toMatchObject({
      name: 'Μαρία Γεωργίου',
      company: 'Acme Ltd',
      email: 'm@example.com',
      note: 'likes tea\n\nspeaks French',
    });
    expect(contact.numbers.map(({ key }) => key)).toEqual(['+35799123456', '1002', '+35799000001', '+35799000002']);
    expect(await found(running)).toEqual(['Μαρία Γεωργίου']);
  });
});

import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

import { describe, expect, test } from 'vitest';

import type { RowKind } from '../../../shared/contactImport.ts';
import { fakeClock } from '../../support/fakeClock.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { put, read } from './importFile.ts';
import { add, found, someone } from './someone.ts';

const title = 'Name,Company,E-mail,Note,Number 1,Number 2\n';

async function office() {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], clock });
  return { clock, running };
}

const decisions = async (running: Running, lines: string) => {
  const { rows, ...rest } = await read(running, title + lines);
  return {
    ...rest,
    rows,
    deeds: rows.map((row) =>
      row.kind === 'bad' ? 'bad' : `${row.deed}${row.remark === null ? '' : `: ${row.remark.kind}`}`,
    ),
  };
};

const stateOf = (running: Running, id: string) => running.ask('import.state', id);
async function run(running: Running, id: string) {
  await running.ask('import.run', id);
  await expect.poll(() => stateOf(running, id)).not.toMatchObject({ kind: 'running' });
  return stateOf(running, id);
}
const everybody = async (running: Running) =>
  (await running.ask('contacts.page', { search: '', after: null, limit: 500 })).contacts;

describe('a plan', () => {
  test('adds strangers, completes people who are known by a number, and leaves out what is known', async () => {
    const { running } = await office();
    const [maria = 0] = await add(running, someone('Maria', ['+35799123456'], { company: 'Acme' }));
    const { plan, rows, deeds } = await decisions(
      running,
      'Zoe,,,,+35799000001,\nMaria G,Other,m@example.com,,+35799123456,+35799000002\nMary,,,,+35799123456,\n,,,,,\n',
    );
    expect(deeds).toEqual(['add', 'merge', 'skip: nothing-new']);
    expect(rows[1]).toMatchObject({ possible: ['merge', 'skip'], known: { id: maria }, line: 3 });
    expect(plan.counts).toEqual({ add: 1, merge: 1, skip: 1, bad: 0 });
    expect(await everybody(running)).toHaveLength(1);
  });

  test('gives the rows of one kind, however far down the file they are', async () => {
    const { running } = await office();
    const many = Array.from({ length: 700 }, (_, nth) => `Person ${nth},,,,+3579900${String(nth).padStart(4, '0')},\n`);
    const { id } = await read(running, `${title}${many.join('')},,,only a note,,\nPerson 1,,,,+35799000001,\n`);
    const indexes = async (only: RowKind, from = 0, limit = 500) =>
      (await running.ask('import.rows', { id, from, limit, only })).map(({ index }) => index);
    expect(await indexes('bad')).toEqual([700]);
    expect(await indexes('skip')).toEqual([701]);
    expect(await indexes('merge')).toEqual([]);
    expect(await indexes('add', 690, 3)).toEqual([690, 691, 692]);
    expect(await indexes('add', 698)).toEqual([698, 699]);
  });

  test('takes people of the same name for the same only while one of them has no number', async () => {
    const { running } = await office();
    await add(running, someone('Άννα', ['+35799123456']), someone('Zoe'));
    const { deeds, rows } = await decisions(
      running,
      'αννα,,,,+35799000001,\nΆννα,Acme,,,,\nzoe,,,,,\nZOE,,,,+35799000002,\n',
    );
    expect(deeds).toEqual(['add', 'merge', 'skip: nothing-new', 'merge']);
    expect(rows[0]).toMatchObject({ possible: ['add', 'merge', 'skip'], known: { name: 'Άννα' } });
  });

  test('says what the file repeats, and whose numbers a row mixes', async () => {
    const { running } = await office();
    await add(running, someone('Maria', ['+35799123456']), someone('Andreas', ['+35799123457']));
    const { deeds, rows } = await decisions(
      running,
      [
        'Zoe,,,,+35722000001,+35799000001',
        'Zoe,,,,+35722000001,',
        'Zoe,Acme,,,+35722000001,',
        'Kostas,,,,+35722000001,+35799000002',
        'Eleni,,,,+35722000001,',
        'Office,,,,+35799123456,+35799123457',
        'Nobody,,,,12345678901234567,',
      ].join('\n'),
    );
    expect(deeds).toEqual([
      'add',
      'skip: repeated',
      'merge: repeated',
      'add: repeated',
      'skip: repeated',
      'skip: nothing-new',
      'add: bad-numbers',
    ]);
    expect(rows[2]).toMatchObject({ remark: { line: 2 } });
  });

  test('is chosen otherwise row by row or for all, as far as it is possible', async () => {
    const { running } = await office();
    await add(running, someone('Maria', ['+35799123456']));
    const { id } = await decisions(running, 'Zoe,,,,+35799000001,\nMaria,Acme,,,+35799123456,\n');
    const choose = (rows: number[] | null, deed: 'add' | 'merge' | 'skip') =>
      running.ask('import.choose', { id, rows, deed });
    expect((await choose([0, 99], 'skip')).counts).toMatchObject({ merge: 1, skip: 1 });
    expect((await choose(null, 'add')).counts).toMatchObject({ add: 1, merge: 1 });
    expect((await choose(null, 'skip')).counts).toMatchObject({ skip: 2 });
    expect((await choose(null, 'merge')).counts).toMatchObject({ merge: 1, skip: 1 });
  });
});

describe('an import', () => {
  test('does what the plan says, and overwrites nothing', async () => {
    const { running } = await office();
    const [maria = 0] = await add(running, someone('Maria', ['+35799123456'], { company: 'Acme', note: 'tea' }));
    const { id } = await decisions(
      running,
      [
        'Mary,Other,m@example.com,coffee,+35799123456,+35799000009',
        'Zoe,,,,+35722000001,',
        'Zoe,Beta,,,+35722000001,+35799000001',
        'Zoe,Beta,,,+35722000001,',
      ].join('\n'),
    );
    running.pushes.length = 0;
    expect(await run(running, id)).toMatchObject({ kind: 'done', added: 1, merged: 2, skipped: 1, bad: 0 });
    const [first, second] = await everybody(running);
    expect(first).toMatchObject({
      id: maria,
      name: 'Maria',
      company: 'Acme',
      email: 'm@example.com',
      note: 'tea\n\ncoffee',
    });
    expect(first?.numbers.map(({ key }) => key)).toEqual(['+35799123456', '+35799000009']);
    expect(second).toMatchObject({ name: 'Zoe', company: 'Beta' });
    expect(second?.numbers.map(({ key }) => key)).toEqual(['+35722000001', '+35799000001']);
    expect(running.pushes).toContainEqual({ name: 'changed', value: { what: ['contacts', 'calls', 'pops'] } });
    expect(running.pushes.at(-1)).toEqual({ name: 'changed', value: { what: ['imports'] } });
    expect((await decisions(running, 'Zoe,Beta,,,+35722000001,+35799000001')).deeds).toEqual(['skip: nothing-new']);
  });

  test('follows what was changed since the plan was made', async () => {
    const { running } = await office();
    const { id } = await decisions(running, 'Zoe,,,,+35799000001,\nAnna,,,,+35799000002,+35799000003\n');
    await add(running, someone('Maria', ['+35799000001']), someone('Andreas', ['+35799000002']));
    expect(await run(running, id)).toMatchObject({ added: 1, skipped: 1 });
    expect((await everybody(running)).map(({ name, numbers }) => [name, ...numbers.map(({ key }) => key)])).toEqual([
      ['Andreas', '+35799000002'],
      ['Anna', '+35799000003'],
      ['Maria', '+35799000001'],
    ]);
  });

  test('is undone as a whole for ten minutes; what was changed since stays', async () => {
    const { running, clock } = await office();
    await add(running, someone('Maria', ['+35799123456']));
    const before = await everybody(running);
    const { id } = await decisions(running, 'M,Acme,,,+35799123456,\nZoe,,,,+35799000001,\nAnna,,,,,\n');
    const done = await run(running, id);
    const zoe = (await everybody(running)).find(({ name }) => name === 'Zoe');
    await running.ask('contacts.save', { id: zoe?.id ?? 0, draft: someone('Zoë', ['+35799000001']), takeOver: false });
    clock.advance(500_000);
    await running.ask('deeds.undo', done.kind === 'done' ? done.undo : '');
    expect((await everybody(running)).filter(({ name }) => name !== 'Zoë')).toEqual(before);
    expect(await found(running, 'zoe')).toEqual(['Zoë']);
  });

  test('that is cancelled on its way leaves nothing behind', async () => {
    const { running } = await office();
    await add(running, someone('Maria', ['1003']));
    await add(running, someone('Person 7', ['+35799123456']));
    const before = await everybody(running);
    const lines = Array.from(
      { length: 5000 },
      (_, at) => `Person ${at},Acme,,,+3579900${String(at).padStart(4, '0')},`,
    );
    const { id } = await decisions(running, lines.join('\n'));
    await running.ask('import.run', id);
    await expect.poll(async () => (await everybody(running)).length, { interval: 1 }).toBeGreaterThan(2);
    await running.ask('import.cancel', id);
    await expect.poll(() => stateOf(running, id)).toEqual({ kind: 'cancelled' });
    expect(await everybody(running)).toEqual(before);
  });

  test('that is cut off is taken back at the next start, which says so', async () => {
    const { running } = await office();
    await add(running, someone('Person 7', ['+35799123456']));
    const before = await everybody(running);
    const lines = Array.from(
      { length: 5000 },
      (_, at) => `Person ${at},Acme,,,+3579900${String(at).padStart(4, '0')},`,
    );
    const { id } = await decisions(running, lines.join('\n'));
    await running.ask('import.run', id);
    await expect.poll(async () => (await everybody(running)).length, { interval: 1 }).toBeGreaterThan(2);
    // Whatever a process has written when it dies is in a copy of its files, and no more.
    const dataDir = tempFolder();
    for (const name of readdirSync(running.dataDir)) {
      if (name.startsWith('ringside.db')) copyFileSync(join(running.dataDir, name), join(dataDir, name));
    }
    const next = await startApp({ dataDir, extensions: ['1002'] });
    await expect
      .poll(async () => (await next.ask('status.get')).notices)
      .toMatchObject([{ kind: 'import-taken-back', contacts: expect.any(Number) as unknown }]);
    expect(await everybody(next)).toMatchObject(
      before.map(({ name, company, numbers }) => ({ name, company, numbers })),
    );
    expect(next.said.join()).toContain('All of it was taken back');
    await expect.poll(() => stateOf(running, id)).toMatchObject({ kind: 'done' });
    await next.app.stop();
    expect((await (await startApp({ dataDir, extensions: ['1002'] })).ask('status.get')).notices).toEqual([]);
  });

  test('that came to its end stays at the next start', async () => {
    const { running } = await office();
    const { id } = await decisions(running, 'Zoe,,,,+35799000001,\nAnna,,,,,\n');
    expect(await run(running, id)).toMatchObject({ kind: 'done', added: 2 });
    await running.app.stop();
    const next = await startApp({ dataDir: running.dataDir, extensions: ['1002'] });
    expect(await everybody(next)).toHaveLength(2);
    expect((await next.ask('status.get')).notices).toEqual([]);
  });

  test('cannot be begun twice, or before its file was read', async () => {
    const { running } = await office();
    const unread = await put(running, `${title}Zoe`);
    await expect(running.ask('import.run', unread)).rejects.toThrow('not read');
    const { id } = await decisions(running, 'Zoe,,,,,\n');
    await running.ask('import.run', id);
    await expect(running.ask('import.run', id)).rejects.toThrow('already');
    await expect(running.ask('import.state', 'nothing')).rejects.toThrow('given up');
  });

  test('is refused while names and numbers are hidden', async () => {
    const { running } = await office();
    const { id } = await decisions(running, 'Zoe,,,,,\n');
    await running.ask('settings.change', { masked: true });
    await expect(put(running, title)).rejects.toThrow('hidden');
    await expect(running.ask('import.rows', { id, from: 0, limit: 1 })).rejects.toThrow('hidden');
    await expect(running.ask('import.run', id)).rejects.toThrow('hidden');
  });
});

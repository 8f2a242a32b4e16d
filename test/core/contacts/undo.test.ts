import { expect, test } from 'vitest';

import { fakeClock } from '../../support/fakeClock.ts';
import { type Running, startApp } from '../../support/startApp.ts';
import { add, someone } from './someone.ts';

const maria = someone('Maria', ['+35799123456:Mobile'], { company: 'Acme', email: 'm@example.com', note: 'tea' });
const andreas = someone('Andreas', ['+35799000001', '1002']);

async function twoContacts() {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], clock });
  const [first = 0, second = 0] = await add(running, maria, andreas);
  const before = await everything(running);
  clock.advance(60_000);
  return { clock, running, first, second, before };
}

const everything = (running: Running) => running.ask('contacts.page', { search: '', after: null, limit: 100 });

async function save(running: Running, id: number | null, draft: typeof maria, takeOver = false): Promise<string> {
  const saved = await running.ask('contacts.save', { id, draft, takeOver });
  return saved.kind === 'saved' ? saved.undo : '';
}

test.for<[string, (running: Running, first: number, second: number) => Promise<string>]>([
  ['a change', (running, first) => save(running, first, someone('Mary', ['+35799123457']))],
  ['a new contact', (running) => save(running, null, someone('Zoe'))],
  ['a number taken over', (running) => save(running, null, someone('Zoe', ['+35799123456', '1002']), true)],
  ['a removal', async (running, ...ids) => (await running.ask('contacts.remove', { ids })).undo],
  ['a merge', async (running, into, from) => (await running.ask('contacts.merge', { into, from: [from] })).undo],
])('%s is undone to exactly what was before', async ([, deed]) => {
  const { running, first, second, before } = await twoContacts();
  const undo = await deed(running, first, second);
  expect(await everything(running)).not.toEqual(before);
  running.pushes.length = 0;
  await running.ask('deeds.undo', undo);
  expect(await everything(running)).toEqual(before);
  expect(running.pushes).toEqual([{ name: 'changed', value: { what: ['contacts', 'calls', 'pops'] } }]);
  for (const search of ['maria', '99123456', '1002', 'and']) {
    expect(await running.ask('contacts.page', { search, after: null, limit: 5 })).toMatchObject({ total: 1 });
  }
  await expect(running.ask('deeds.undo', undo)).rejects.toThrow('too late');
});

test('twelve seconds later it is too late', async () => {
  const { running, first, clock } = await twoContacts();
  const { undo } = await running.ask('contacts.remove', { ids: [first] });
  clock.advance(12_001);
  await expect(running.ask('deeds.undo', undo)).rejects.toThrow('too late');
});

test('nothing is undone over what was changed since, or over a number that is somebody else’s by now', async () => {
  const { running, first } = await twoContacts();
  const undoChange = await save(running, first, someone('Mary', ['+35799123456']));
  await save(running, first, someone('Marie', ['+35799123456']));
  await expect(running.ask('deeds.undo', undoChange)).rejects.toThrow('changed again');
  const { undo } = await running.ask('contacts.remove', { ids: [first] });
  const undoZoe = await save(running, null, someone('Zoe', ['+35799123456']));
  const between = await everything(running);
  await expect(running.ask('deeds.undo', undo)).rejects.toThrow('belongs to Zoe');
  expect(await everything(running)).toEqual(between);
  await running.ask('deeds.undo', undoZoe);
  await running.ask('deeds.undo', undo);
  expect((await everything(running)).contacts.map(({ name }) => name)).toEqual(['Andreas', 'Marie']);
});

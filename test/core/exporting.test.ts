import { parse } from 'csv-parse/sync';
import { expect, test } from 'vitest';

import { everyCall } from '../../shared/callFilter.ts';
import type { ExportOrder, ExportPart } from '../../shared/exporting.ts';
import { callIn } from '../support/calls.ts';
import { fakeClock } from '../support/fakeClock.ts';
import { type Running, startApp } from '../support/startApp.ts';

const minute = 60_000_000;

async function filledLog(calls: number): Promise<Running> {
  const clock = fakeClock();
  const running = await startApp({ extensions: ['1002'], clock });
  const bodies = Array.from({ length: calls }, (_, n) => {
    const number = `+357990${String(n).padStart(5, '0')}`;
    return callIn({ ref: `call-${n}`, atUs: clock.nowUs() - (n + 1) * minute, number, answered: 3, ended: 9 });
  });
  for (const body of bodies) await running.post(body);
  return running;
}

const everything = {
  kind: 'calls',
  which: { kind: 'filtered', filter: everyCall },
  format: 'csv',
  forSpreadsheets: true,
  byteOrderMark: true,
} as const satisfies ExportOrder;

/** All the parts that a window asks for, one after the other. */
async function partsOf(running: Running, order: ExportOrder): Promise<ExportPart[]> {
  const { id } = await running.ask('export.begin', order);
  const parts: ExportPart[] = [];
  do parts.push(await running.ask('export.next', id));
  while (parts.at(-1)?.isLast === false);
  return parts;
}
const textOf = (parts: readonly ExportPart[]) => parts.map(({ text }) => text).join('');

test('the file holds every call, newest first, and tells how far it is', async () => {
  const running = await filledLog(450);
  const parts = await partsOf(running, everything);
  const text = textOf(parts);
  expect(text.startsWith('\uFEFFref,direction,')).toBe(true);
  const rows = parse<Record<string, string>>(text, { bom: true, columns: true });
  expect(rows.map(({ ref }) => ref)).toEqual(Array.from({ length: 450 }, (_, n) => `call-${n}`));
  expect(rows[0]).toMatchObject({ number: "'+35799000000", outcome: 'answered', talkSeconds: '6' });
  expect(parts.at(-1)).toMatchObject({ rows: 450, share: 1, isLast: true });
  const shares = parts.map(({ share }) => share);
  expect(shares.toSorted((a, b) => a - b)).toEqual(shares);
});

test('chosen calls alone are written, each once, in the order of the log', async () => {
  const running = await filledLog(5);
  const which = { kind: 'chosen', refs: ['call-3', 'call-1', 'unknown', 'call-3'] } as const;
  const order = { ...everything, which, format: 'json' } as const;
  const written = JSON.parse(textOf(await partsOf(running, order))) as { ref: string }[];
  expect(written.map(({ ref }) => ref)).toEqual(['call-1', 'call-3']);
});

test('calls that come and go meanwhile neither break the file nor repeat in it', async () => {
  const running = await filledLog(450);
  const { id } = await running.ask('export.begin', { ...everything, format: 'json' });
  const first = await running.ask('export.next', id);
  await running.ask('calls.remove', { refs: ['call-449'] });
  await running.post(callIn({ ref: 'new', atUs: 1_800_000_000_000_000, answered: 1, ended: 2 }));
  let text = first.text;
  for (let part = first; !part.isLast; text += part.text) part = await running.ask('export.next', id);
  const refs = (JSON.parse(text) as { ref: string }[]).map(({ ref }) => ref);
  expect(new Set(refs).size).toBe(refs.length);
  expect(refs).not.toContain('new');
});

test('a file that was given up, or is nobody’s, is refused with words', async () => {
  const running = await filledLog(1);
  const { id, fileName, mediaType } = await running.ask('export.begin', everything);
  expect([fileName, mediaType]).toEqual(['ringside-calls-2027-01-15.csv', 'text/csv']);
  await running.ask('export.end', id);
  await expect(running.ask('export.next', id)).rejects.toThrow('given up');
});

test('nothing is written while names and numbers are hidden', async () => {
  const running = await filledLog(1);
  await running.ask('settings.change', { masked: true });
  await expect(running.ask('export.begin', everything)).rejects.toThrow('hidden');
});

test('contacts are written whole, all of them or those that are chosen, and read back by an import', async () => {
  const running = await startApp({ extensions: ['1002'] });
  const ids: number[] = [];
  for (const name of ['Μαρία; "Γεωργίου"', '=cmd()']) {
    const numbers = [{ number: `+3579900000${ids.length}`, label: 'Mobile' }];
    const draft = { name, company: null, email: null, note: 'one,\ntwo', numbers };
    const saved = await running.ask('contacts.save', { id: null, draft, takeOver: false });
    if (saved.kind !== 'saved') throw new Error(saved.kind);
    ids.push(saved.contact.id);
  }
  const all = await partsOf(running, { kind: 'contacts', ids: null, format: 'vcard' });
  expect(all.at(-1)).toMatchObject({ rows: 2, share: 1 });
  expect(textOf(all).match(/BEGIN:VCARD/g)).toHaveLength(2);
  const one = textOf(await partsOf(running, { kind: 'contacts', ids: ids.slice(0, 1), format: 'csv' }));

  const other = await startApp({ extensions: ['1002'] });
  const id = await other.ask('import.put', {
    id: null,
    fileName: 'one.csv',
    base64: Buffer.from(one).toString('base64'),
  });
  const plan = await other.ask('import.plan', { id, encoding: null, separator: null, columns: null });
  expect(plan.counts).toEqual({ add: 1, merge: 0, skip: 0, bad: 0 });
  const [row] = await other.ask('import.rows', { id, from: 0, limit: 10 });
  expect(row).toMatchObject({ draft: { name: 'Μαρία; "Γεωργίου"', note: 'one,\ntwo' } });
});

import { z } from 'zod';

import { outcomes } from '../../../shared/call.ts';
import { callViews } from '../../../shared/callFilter.ts';
import { columnMeanings } from '../../../shared/contactImport.ts';
import type { Argument, RequestName } from '../../../shared/contract.ts';
import { secretNames } from '../../../shared/reach.ts';
import { host, settingsPatch } from '../settings/schema.ts';

const ref = z.string({ error: 'expected the ref of a call' }).min(1, 'expected the ref of a call').max(200);
const refs = z.array(ref, { error: 'expected the refs of calls' }).min(1).max(1000);
const nothing = z.undefined({ error: 'takes no argument' });

const timeUs = z.int('expected a time in epoch microseconds');
const id = z.int('expected the id of a contact');
const ticket = z.string({ error: 'expected an id' }).min(1).max(100);
const search = z.string({ error: 'expected text' }).max(200, 'at most 200 characters');
const limit = z.int().min(1).max(500);
const tag = z.string({ error: 'expected a tag' }).trim().min(1, 'expected a tag').max(50, 'at most 50 characters');
const tags = z.array(tag, { error: 'expected tags' }).max(20, 'at most 20 tags');
const words = (most: number) =>
  z.string({ error: 'expected text or null' }).trim().max(most, `at most ${most} characters`).nullable();

const filter = z.strictObject({
  view: z.enum(callViews),
  fromUs: timeUs.nullable(),
  toUs: timeUs.nullable(),
  note: z.boolean(),
  recording: z.boolean(),
  tag: tag.nullable(),
  search,
  sameAs: ref.nullable(),
});

/** A hundred years: whoever asks for more has mistaken the unit. */
const longestPeriodUs = 3_155_760_000_000_000;
const period = z
  .strictObject({ fromUs: timeUs, toUs: timeUs })
  .refine(({ fromUs, toUs }) => fromUs < toUs && toUs - fromUs <= longestPeriodUs, 'expected a period of some days');

const draft = z.strictObject({
  name: z.string({ error: 'expected text' }).trim().max(200, 'at most 200 characters'),
  company: words(200),
  email: words(320),
  note: words(10_000),
  numbers: z
    .array(z.strictObject({ number: z.string().trim().max(50, 'at most 50 characters'), label: words(50) }))
    .max(50, 'at most 50 numbers'),
});

const exportOrder = z.discriminatedUnion('kind', [
  z.strictObject({
    kind: z.literal('calls'),
    which: z.discriminatedUnion('kind', [
      z.strictObject({ kind: z.literal('filtered'), filter }),
      z.strictObject({ kind: z.literal('chosen'), refs }),
    ]),
    format: z.enum(['csv', 'json']),
    forSpreadsheets: z.boolean(),
    byteOrderMark: z.boolean(),
  }),
  z.strictObject({
    kind: z.literal('contacts'),
    ids: z.array(id).max(1000).nullable(),
    format: z.enum(['csv', 'vcard']),
  }),
]);

/** What each request may be asked with. A name without a schema does not compile. */
export const schemas = {
  'calls.page': z.strictObject({
    filter: filter.exactOptional(),
    after: z.strictObject({ startedAtUs: z.int(), ref }).nullable(),
    limit,
  }),
  'calls.count': z.strictObject({
    filter,
    outcomes: z.array(z.enum(outcomes)).max(outcomes.length).exactOptional(),
    atMost: z.int().min(1).max(1_000_000),
  }),
  'calls.neighbours': z.strictObject({ filter, ref }),
  'calls.live': nothing,
  'calls.get': ref,
  'calls.remove': z.strictObject({ refs }),
  'calls.removePerson': ref,
  'deeds.undo': ticket,
  'tags.list': nothing,
  'tags.change': z.strictObject({ refs, add: tags, remove: tags }),
  'contacts.page': z.strictObject({
    search,
    after: z.strictObject({ sortKey: z.string().max(1000), id }).nullable(),
    limit,
  }),
  'contacts.get': id,
  'contacts.save': z.strictObject({ id: id.nullable(), draft, takeOver: z.boolean() }),
  'contacts.remove': z.strictObject({ ids: z.array(id).min(1).max(1000) }),
  'contacts.merge': z.strictObject({ into: id, from: z.array(id).min(1).max(50) }),
  'contacts.duplicates': nothing,
  'import.put': z.strictObject({
    id: ticket.nullable(),
    fileName: z.string().max(255),
    base64: z.base64({ error: 'expected base64' }).max(200_000, 'at most 200,000 characters'),
  }),
  'import.plan': z.strictObject({
    id: ticket,
    encoding: z.string().max(40).nullable(),
    separator: z.enum([',', ';', '\t', '|']).nullable(),
    columns: z.array(z.enum(columnMeanings)).max(200).nullable(),
  }),
  'import.rows': z.strictObject({
    id: ticket,
    from: z.int().min(0),
    limit,
    only: z.enum(['add', 'merge', 'skip', 'bad']).exactOptional(),
  }),
  'import.choose': z.strictObject({
    id: ticket,
    rows: z.array(z.int().min(0)).max(1000).nullable(),
    deed: z.enum(['add', 'merge', 'skip']),
  }),
  'import.run': ticket,
  'import.state': ticket,
  'import.cancel': ticket,
  'statistics.get': period.nullable(),
  'export.begin': exportOrder,
  'export.next': ticket,
  'export.end': ticket,
  'followUps.list': nothing,
  'followUps.count': nothing,
  'followUps.settle': z.strictObject({
    refs,
    reason: z.string({ error: 'expected text or null' }).trim().max(500, 'at most 500 characters').nullable(),
  }),
  'followUps.reopen': z.strictObject({ refs }),
  'followUps.snooze': z.strictObject({ refs, untilUs: timeUs.nullable() }),
  'pops.list': nothing,
  'pops.dismiss': ref,
  'pops.silence': ref,
  'pops.keep': ref,
  'notes.set': z.strictObject({
    ref,
    note: z.string({ error: 'expected text' }).trim().max(10_000, 'at most 10,000 characters'),
  }),
  'calls.openCrm': ref,
  'calls.callBack': ref,
  'numbers.call': z.string().regex(/^\+?[\d*#]{1,30}$/, 'expected a number'),
  'templates.preview': z.strictObject({
    template: z.string({ error: 'expected an address template' }).max(1000, 'at most 1000 characters'),
    httpHosts: z.array(z.string().max(253)).max(20),
  }),
  'settings.get': nothing,
  'settings.change': settingsPatch,
  'status.get': nothing,
  'notices.dismiss': nothing,
  'log.rebuild': nothing,
  'log.preview': nothing,
  'rejected.list': nothing,
  'rejected.retry': z.int('expected the id of a delivery'),
  'rejected.export': nothing,
  'reach.get': nothing,
  'reach.restart': nothing,
  'reach.confirmAddress': nothing,
  'reach.rotateToken': nothing,
  'reach.retireOldToken': nothing,
  'reach.gaps': nothing,
  'secrets.set': z.strictObject({
    name: z.enum(secretNames),
    value: z.string().trim().min(1, 'expected a secret').max(4000, 'at most 4000 characters').nullable(),
  }),
  'ssh.hostKeys': z.strictObject({ host: host.min(1, 'expected a host'), port: z.int().min(1).max(65_535) }),
  'ssh.pin': z.strictObject({
    type: z.string().regex(/^[a-z0-9@.-]{1,60}$/),
    fingerprint: z.string().regex(/^SHA256:[A-Za-z0-9+/]{43}$/),
    line: z
      .string()
      .max(2000)
      .regex(/^[^\n\r]+$/),
  }),
  'ssh.recipe': nothing,
  'selfTest.start': nothing,
  'selfTest.get': nothing,
  'selfTest.seen': ticket,
  'setup.suggestions': nothing,
  'updates.get': nothing,
  'updates.check': nothing,
  'updates.install': nothing,
} satisfies { [Name in RequestName]: z.ZodType<Argument<Name> | undefined> };

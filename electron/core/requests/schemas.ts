import { z } from 'zod';

import type { Argument, RequestName } from '../../../shared/contract.ts';
import { settingsPatch } from '../settings/schema.ts';

const ref = z.string({ error: 'expected the ref of a call' }).min(1, 'expected the ref of a call').max(200);
const refs = z.array(ref, { error: 'expected the refs of calls' }).min(1).max(1000);
const nothing = z.undefined({ error: 'takes no argument' });

/** What each request may be asked with. A name without a schema does not compile. */
export const schemas = {
  'calls.page': z.strictObject({
    after: z.strictObject({ startedAtUs: z.int(), ref }).nullable(),
    limit: z.int().min(1).max(500),
  }),
  'calls.live': nothing,
  'calls.get': ref,
  'followUps.list': nothing,
  'followUps.count': nothing,
  'followUps.settle': z.strictObject({
    refs,
    reason: z.string({ error: 'expected text or null' }).trim().max(500, 'at most 500 characters').nullable(),
  }),
  'followUps.reopen': z.strictObject({ refs }),
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
} satisfies { [Name in RequestName]: z.ZodType<Argument<Name> | undefined> };

import type { CallEvent } from '../../electron/core/calls/event.ts';
import { normalise } from '../../electron/core/ingest/normalise.ts';
import { parse } from '../../electron/core/ingest/parse.ts';

/** Where the scenarios are played for tests about rules: always the same, to the byte. */
export const desk = {
  extension: '1002',
  domain: 'dev-pbx.impactpbx.com',
  customer: '+35799123456',
  startUs: 1_700_000_000_000_000,
  seed: 1,
};

/** Who sits there. */
export const me = [{ extension: desk.extension, domain: desk.domain }];

/** What the ingest makes of a body. @throws when it is no event */
export function eventOf(body: string): CallEvent {
  const parsed = parse(Buffer.from(body));
  const normalised = parsed.kind === 'parsed' ? normalise(parsed.value, 0) : parsed;
  if (normalised.kind !== 'event') throw new Error(`${normalised.kind}: ${body}`);
  return normalised.event;
}

import { readFileSync } from 'node:fs';

/** The documented samples, byte for byte; the last is not valid JSON. */
export const documented = Object.fromEntries(
  ['originate', 'ring', 'answer', 'hangup', 'failed'].map((action) => [
    action,
    readFileSync(new URL(`../fixtures/documented/${action}.json`, import.meta.url), 'utf8'),
  ]),
) as Record<'originate' | 'ring' | 'answer' | 'hangup' | 'failed', string>;

/** A ring of my phone (1002) by +357 99 123456, at `atUs`; `fields` say otherwise. */
export function ringEvent(atUs: number, fields: Record<string, unknown> = {}): Record<string, unknown> {
  return {
    ref: 'call-1',
    domain_name: 'dev-pbx.impactpbx.com',
    recipient: '+35722000000',
    recipient_e164: '+35722000000',
    caller_id_number: '+35799123456',
    caller_id_number_e164: '+35799123456',
    ani: '+35799123456',
    ani_e164: '+35799123456',
    direction: 'inbound',
    channel_uuid: 'leg-1',
    originating_leg_uuid: 'call-1',
    dialed_user: '1002',
    call_start_uepoch: atUs - 1_000_000,
    ring_start_uepoch: atUs,
    click_to_call: false,
    click_to_call_data: '',
    timestamp: new Date(Math.floor(atUs / 1e6) * 1000).toISOString(),
    action: 'ring',
    ...fields,
  };
}

/** How that call went on: my phone answered `afterUs` later. */
export function answerEvent(ringAtUs: number, afterUs: number, fields: Record<string, unknown> = {}) {
  return ringEvent(ringAtUs, { action: 'answer', answer_start_uepoch: ringAtUs + afterUs, ...fields });
}

/** How that call ended: `afterUs` after the ring began. */
export function hangupEvent(ringAtUs: number, afterUs: number, cause: string, fields: Record<string, unknown> = {}) {
  return ringEvent(ringAtUs, { action: 'hangup', call_end_uepoch: ringAtUs + afterUs, cause, ...fields });
}

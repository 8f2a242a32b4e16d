import * as fc from 'fast-check';

import type { Us } from '../../../shared/call.ts';
import type { PbxCall, PbxNumber } from './leg.ts';
import type { Contact, Stage } from './truth.ts';

/** My extension. */
export const me = '1002';
export const colleagues = ['1003', '1004', '1005'] as const;
const company: PbxNumber = { sent: '+442035040000', e164: '+442035040000' };

/** Somebody outside the house; `party` is by what they are known again, null when they hide. */
export interface Customer extends PbxNumber {
  readonly party: string | null;
}

const known: readonly Customer[] = ['+35799123456', '+442079460001', '+12025550101'].map((e164) => ({
  sent: e164.replace('+', '00'),
  e164,
  party: e164,
}));
const hidden: readonly Customer[] = ['anonymous', 'Restricted', null].map((word) => ({
  sent: word,
  e164: word,
  party: null,
}));

export const colleague = fc.constantFrom(...colleagues);
/** Mostly me: other people's calls are there to be told apart. */
export const anyone = fc.oneof({ weight: 3, arbitrary: fc.constant(me) }, { weight: 1, arbitrary: colleague });
export const caller = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...known) },
  { weight: 1, arbitrary: fc.constantFrom(...hidden) },
);
/** Somebody who can be called. */
export const callee = fc.constantFrom(...known);

/** A length of ringing or talking, in milliseconds. */
export const span = fc.integer({ min: 500, max: 40_000 });

/** A customer calls the company. */
export function customerCall({ name, startUs }: Stage, customer: Customer): PbxCall {
  return { ref: name, startUs, caller: customer, recipient: company, ani: customer.sent };
}

/** Somebody of the house calls a customer, who sees the company's number. */
export function callToCustomer({ name, startUs }: Stage, from: string, customer: Customer): PbxCall {
  return { ref: name, startUs, caller: company, recipient: customer, ani: from };
}

/** One extension calls another. */
export function callInside({ name, startUs }: Stage, from: string, to: string): PbxCall {
  return { ref: name, startUs, caller: inside(from), recipient: inside(to), ani: from };
}

function inside(extension: string): PbxNumber {
  return { sent: extension, e164: extension };
}

/** Somebody of the house speaks with this party; of somebody who hides, nothing follows. */
export function spoke(party: string | null, atUs: Us, by: string): Contact[] {
  return party === null ? [] : [{ party, atUs, by }];
}

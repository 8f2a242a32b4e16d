import { type Delivery, deliveriesOf, inOrder, sentAt } from '../../electron/simulator/delivery.ts';
import { customer } from '../../electron/simulator/numbers.ts';
import {
  callToCustomer,
  createStage,
  customerCall,
  firstLeg,
  phoneLeg,
  type Stage,
  trunkLeg,
} from '../../electron/simulator/stage.ts';
import type { WireLeg } from '../../electron/simulator/wire.ts';
import type { Us } from '../../shared/call.ts';

export const myExtension = '1002';
export const myDomain = 'dev-pbx.impactpbx.com';

/** Three or four events each, as the PBX documents them. */
const kinds: readonly ((stage: Stage) => WireLeg[])[] = [
  function answered(stage) {
    return [phoneLeg(stage, customerCall(stage), stage.extension, { ring: 1, answer: 6, end: 25 })];
  },
  function missed(stage) {
    const call = customerCall(stage);
    const ending = { end: 20, cause: 'ORIGINATOR_CANCEL' };
    return [firstLeg(stage, call, ending), phoneLeg(stage, call, stage.extension, { ring: 1, ...ending })];
  },
  function outbound(stage) {
    return [trunkLeg(stage, callToCustomer(stage), { ring: 2, answer: 9, end: 30 })];
  },
];

/** The nth call of a series: the same series, number and start give the same events, to the byte. */
export function nthCall(series: number, index: number, extension: string, startUs: Us): Delivery[] {
  const stage = createStage({
    extension,
    domain: myDomain,
    customer: customer(index),
    startUs,
    seed: series * 10_000_000 + index,
  });
  const legs = kinds[index % kinds.length]?.(stage) ?? [];
  return deliveriesOf(startUs, legs);
}

/** One call in ten is mine. */
const mineEvery = 10;
const msBetweenCalls = 100;

/** The bodies of an office's calls, in the order of sending: some two hundred calls are under way at any moment. */
export function officeBodies(series: number, calls: number, startUs: Us): string[] {
  const deliveries = Array.from({ length: calls }, (_, index) => {
    const offsetMs = index * msBetweenCalls;
    const extension = index % mineEvery === 0 ? myExtension : String(2000 + (index % 100));
    return nthCall(series, index, extension, startUs + offsetMs * 1000).map((one) => sentAt(offsetMs + one.atMs, one));
  });
  return inOrder(deliveries.flat()).map(({ body }) => body);
}

import type { Us } from '../../shared/call.ts';
import { type Delivery, deliveriesOf, inOrder, sentAt } from './delivery.ts';
import { customer } from './numbers.ts';
import { officeCall } from './officeCall.ts';
import { createRandom } from './random.ts';
import type { ExpectedCall } from './scenario.ts';
import { colleagueOf, createStage } from './stage.ts';

export interface StormOptions {
  /** Mine. Every third call or so concerns it. */
  readonly extension: string;
  readonly domain: string;
  readonly startUs: Us;
  /** The same seed is the same morning; the same start as well, the same bytes. */
  readonly seed: number;
  readonly calls: number;
}

export interface Storm {
  /** In the order of sending. */
  readonly deliveries: readonly Delivery[];
  /** What really happened, in the order in which the calls began. */
  readonly truth: readonly StormCall[];
}

export interface StormCall {
  readonly ref: string;
  /** What the log holds if no hang-up was lost; null when the call is none of mine. */
  readonly expected: ExpectedCall | null;
  /** The channels whose hang-up is never sent. */
  readonly lostHangups: readonly string[];
}

const secondsBetweenCalls = 3;
const shareForMe = 0.3;
const shareOfHangupsLost = 0.04;
const shareDuplicated = 0.03;
const shareDelayed = 0.15;
const longestDelayMs = 5000;
/** Everybody calls again once their last call is long over. */
const returningCustomers = 100;

/**
 * A busy morning of a domain with a dozen extensions. Calls overlap; some events come twice, some up to five seconds
 * late and so after later ones, and some hang-ups never. Pure.
 */
export function storm({ extension, domain, startUs, seed, calls }: StormOptions): Storm {
  const random = createRandom(seed);
  const colleagues = Array.from({ length: 11 }, (_, nth) => colleagueOf(extension, nth));
  const office = { extensions: [extension, ...colleagues], me: extension };
  const deliveries: Delivery[] = [];
  const truth: StormCall[] = [];

  for (let index = 0; index < calls; index += 1) {
    const offsetMs = Math.round((index + random.between(0, 1)) * secondsBetweenCalls * 1000);
    const stage = createStage({
      extension: random.chance(shareForMe) ? extension : random.pick(colleagues),
      domain,
      customer: customer(index % returningCustomers),
      startUs: startUs + offsetMs * 1000,
      seed: seed + index,
    });
    const { call, legs, expected } = officeCall(stage, office, random);
    const all = deliveriesOf(stage.startUs, legs);
    const lost = all.filter((one) => one.action === 'hangup' && random.chance(shareOfHangupsLost));
    truth.push({ ref: call.ref, expected, lostHangups: lost.map((one) => one.channel) });
    for (const one of all) {
      if (lost.includes(one)) continue;
      const dueMs = offsetMs + one.atMs;
      const late = () => dueMs + Math.round(random.between(0, longestDelayMs));
      deliveries.push(sentAt(random.chance(shareDelayed) ? late() : dueMs, one));
      if (random.chance(shareDuplicated)) deliveries.push(sentAt(late(), one));
    }
  }
  return { deliveries: inOrder(deliveries), truth };
}

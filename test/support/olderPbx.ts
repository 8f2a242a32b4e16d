import type { Delivery } from '../../electron/simulator/delivery.ts';
import { createRandom, type Random } from '../../electron/simulator/random.ts';
import type { Us } from '../../shared/call.ts';

/** What the log should make of a call of the older mock PBX; null when it is none of mine. */
export interface OlderTruth {
  readonly uuid: string;
  readonly expected: {
    readonly direction: 'in' | 'out';
    readonly outcome: string;
    readonly ringUs: Us | null;
    readonly talkUs: Us | null;
  } | null;
  /** Its hang-up is never sent. */
  readonly lost: boolean;
}

const me = 1002;
const second: Us = 1_000_000;

/**
 * A stand-in for the vendor's older mock PBX. It names a call by `uuid`, knows neither legs nor a domain, spells actions
 * in capitals, sends numbers as JSON numbers and unknown times as null, counts `duration` from the beginning of the call,
 * does not wait for answers, never sends anything again, and forgets one hang-up in twenty-five.
 */
export function olderPbx(startUs: Us, calls: number, seed: number): { deliveries: Delivery[]; truth: OlderTruth[] } {
  const random = createRandom(seed);
  const played = Array.from({ length: calls }, (_, nth) =>
    olderCall(`older-${nth}`, startUs + nth * 2 * second, random),
  );
  return {
    truth: played.map(({ truth }) => truth),
    deliveries: played
      .flatMap(({ sent }) => sent)
      .map(({ atUs, event }) => ({
        atMs: Math.round((atUs - startUs) / 1000),
        action: event.action,
        channel: '',
        phone: '',
        body: JSON.stringify(event),
      }))
      .sort((a, b) => a.atMs - b.atMs),
  };
}

function olderCall(uuid: string, beginUs: Us, random: Random) {
  const customer = 35799000000 + Math.floor(random.between(0, 400));
  const kind = random.pick(['to-me', 'to-me', 'by-me', 'to-another'] as const);
  const [caller, destination] = kind === 'by-me' ? [me, customer] : [customer, kind === 'to-me' ? me : 1003];
  const whole = (from: number, to: number) => Math.floor(random.between(from, to)) * second;
  const ringAtUs = beginUs + second;
  const answered = random.chance(0.6);
  const cause = answered ? 'NORMAL_CLEARING' : random.pick(['NO_ANSWER', 'ORIGINATOR_CANCEL'] as const);
  const stopUs = ringAtUs + whole(2, 30);
  const endUs = answered ? stopUs + whole(3, 200) : stopUs;
  const lost = random.chance(0.04);
  const moments = { ORIGINATE: beginUs, RING: ringAtUs, ANSWERED: answered ? stopUs : null, HANGUP: endUs };
  const sent = (['ORIGINATE', 'RING', 'ANSWERED', 'HANGUP'] as const).flatMap((action) => {
    const atUs = moments[action];
    if (atUs === null || (lost && action === 'HANGUP')) return [];
    const known = (us: Us | null) => (us !== null && us <= atUs ? new Date(us / 1000).toISOString() : null);
    const event = {
      uuid,
      action,
      caller_number: caller,
      destination_number: destination,
      call_start: known(beginUs),
      ring_start: action === 'ORIGINATE' ? null : known(ringAtUs),
      answer_start: action === 'ANSWERED' || action === 'HANGUP' ? known(moments.ANSWERED) : null,
      call_end: action === 'HANGUP' ? known(endUs) : null,
      duration: action === 'HANGUP' ? (endUs - beginUs) / second : null,
      cause: action === 'HANGUP' ? cause : null,
    };
    // Nothing is waited for: what follows within moments may overtake.
    return [{ atUs: atUs + random.between(0, 1.5) * second, event }];
  });
  const unanswered = {
    NO_ANSWER: kind === 'by-me' ? 'no-answer' : 'missed',
    ORIGINATOR_CANCEL: kind === 'by-me' ? 'cancelled' : 'missed',
    NORMAL_CLEARING: 'answered',
  };
  const truth: OlderTruth = {
    uuid,
    lost,
    expected:
      kind === 'to-another'
        ? null
        : {
            direction: kind === 'by-me' ? 'out' : 'in',
            outcome: unanswered[cause],
            ringUs: stopUs - ringAtUs,
            talkUs: answered ? endUs - stopUs : null,
          },
  };
  return { sent, truth };
}

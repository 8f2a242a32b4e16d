import { type Delivery, deliver, inOrder } from '../delivery.ts';
import { company, inside } from '../numbers.ts';
import { incoming, outgoing, type Scenario, taken } from '../scenario.ts';
import { createStage, customerCall, firstLeg, phoneLeg } from '../stage.ts';
import {
  bodyOf,
  documentedFailedBody,
  failedEvent,
  legEvents,
  type WireCall,
  type WireEvent,
  type WireLeg,
} from '../wire.ts';

/** The same events in other spellings: as an older mock of the vendor writes them, and as the documentation does. */

const oddSpelling: Scenario = {
  name: 'odd-spelling',
  says: 'An answered call with upper-case actions, numeric numbers, nulls, missing and extra fields.',
  play(desk) {
    const stage = createStage(desk);
    const call = customerCall(stage);
    const phone = phoneLeg(stage, call, stage.extension, { ring: 1, answer: 6, end: 17 });
    const events = [firstLeg(stage, call, { end: 17 }), phone].flatMap(legEvents);
    return {
      deliveries: inOrder(events.map((fired) => deliver(stage.startUs, fired, (event) => bodyOf(oddly(event))))),
      expected: [incoming(call, { outcome: 'answered', ...taken(phone) })],
    };
  },
};

function oddly(event: WireEvent): object {
  const { click_to_call_data: _missing, ...rest } = event;
  return {
    ...rest,
    recipient: numeric(event.recipient),
    caller_id_number: numeric(event.caller_id_number),
    ani: numeric(event.ani),
    dialed_user: event.dialed_user === '' ? null : numeric(event.dialed_user ?? ''),
    call_start_uepoch: String(event.call_start_uepoch),
    ring_start: event.ring_start ?? null,
    ring_start_uepoch: event.ring_start_uepoch ?? null,
    answer_start: event.answer_start ?? null,
    answer_start_uepoch: event.answer_start_uepoch ?? null,
    call_end: event.call_end ?? null,
    call_end_uepoch: event.call_end_uepoch ?? null,
    duration: event.duration === undefined ? null : String(event.duration),
    cause: event.cause ?? null,
    action: event.action === 'answer' ? 'ANSWERED' : event.action.toUpperCase(),
    node: 'pbx-3',
  };
}

/** A number as a careless program writes it: without its plus or its leading zeros. Letters stay letters. */
function numeric(text: string): number | string {
  return /^\+?\d+$/.test(text) ? Number(text) : text;
}

const documentedExtension = '1002';
const documentedDomain = 'dev-pbx.impactpbx.com';

/** Byte for byte, whoever sits at the desk: one call of extension 1002 in January 2020. */
const documentedSamples: Scenario = {
  name: 'documented-samples',
  says: 'The five events of the documentation, byte for byte: a call of extension 1002 in 2020.',
  play(desk) {
    const mine = desk.extension === documentedExtension && desk.domain === documentedDomain;
    return {
      deliveries: documentedDeliveries(),
      expected: mine
        ? [
            outgoing(documentedCall, {
              outcome: 'answered',
              ...taken(documentedLeg),
            }),
          ]
        : [],
    };
  },
};

const documentedCall: WireCall = {
  ref: '460a36b6-09e7-466b-97d8-903c8cf4fc6c',
  domain: documentedDomain,
  direction: 'outbound',
  recipient: { sent: '0035799123456', e164: '+35799123456' },
  caller: company,
  ani: inside(documentedExtension),
  clickToCallData: null,
};

const documentedLeg: WireLeg = {
  call: documentedCall,
  channel: '8967dafb-f8b6-4d68-9eb7-f3cce82596c8',
  originatingLeg: documentedCall.ref,
  dialedUser: '',
  startUs: 1_580_283_919_489_709,
  announced: true,
  ringUs: 1_580_283_925_729_764,
  answerUs: 1_580_283_935_169_797,
  endUs: 1_580_283_939_549_758,
  cause: 'NORMAL_CLEARING',
};

function documentedDeliveries(): Delivery[] {
  const { startUs, call } = documentedLeg;
  const failed = failedEvent({
    call: {
      ...call,
      recipient: { ...call.recipient, sent: '+11111' },
      caller: { ...call.caller, sent: documentedExtension },
    },
    startUs,
    endUs: startUs + 1,
    cause: 'NORMAL_CLEARING',
    reason: 'NO_ROUTE',
  });
  return [
    ...legEvents(documentedLeg).map((fired) => deliver(startUs, fired)),
    { ...deliver(startUs, failed, documentedFailedBody), atMs: 21_000 },
  ];
}

export const dialect: readonly Scenario[] = [oddSpelling, documentedSamples];

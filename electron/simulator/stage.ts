import type { Us } from '../../shared/call.ts';
import { company, inside, outside } from './numbers.ts';
import { createRandom, createUuids } from './random.ts';
import type { WireCall, WireLeg, WireNumber } from './wire.ts';

/** Whose desk a story plays at, and when. */
export interface Desk {
  /** Mine. */
  readonly extension: string;
  readonly domain: string;
  /** E.164 of the outside party. */
  readonly customer: string;
  /** When the story begins. */
  readonly startUs: Us;
  /** The same seed and start give the same events, to the byte. */
  readonly seed: number;
}

/** A desk with what a story needs to be told there. */
export interface Stage extends Desk {
  /** The extension of another phone of the domain, counted from 0; never mine. */
  colleague(nth: number): string;
  uuid(): string;
  /** A moment of the story, in seconds from its beginning and up to 0.1 s later: nothing happens on the full second. */
  at(seconds: number): Us;
}

export function createStage(desk: Desk): Stage {
  const random = createRandom(desk.seed);
  const uuid = createUuids(`${desk.seed}/${desk.startUs}`);
  return {
    ...desk,
    colleague: (nth) => colleagueOf(desk.extension, nth),
    uuid,
    at: (seconds) => desk.startUs + Math.round(seconds * 1_000_000 + random.between(0, 100_000)),
  };
}

/** Extensions of the domain other than mine: numbered from 1003 on, without me. */
export function colleagueOf(extension: string, nth: number): string {
  const number = 1003 + nth;
  const mine = Number(extension);
  return String(mine >= 1003 && mine <= number ? number + 1 : number);
}

/** A customer calls the company. */
export function customerCall(stage: Stage, caller: WireNumber = outside(stage.customer)): WireCall {
  return {
    ref: stage.uuid(),
    domain: stage.domain,
    direction: 'inbound',
    recipient: company,
    caller,
    ani: caller,
    clickToCallData: null,
  };
}

/** I call the customer, who sees the company's number. */
export function callToCustomer(stage: Stage): WireCall {
  return {
    ref: stage.uuid(),
    domain: stage.domain,
    direction: 'outbound',
    recipient: outside(stage.customer),
    caller: company,
    ani: inside(stage.extension),
    clickToCallData: null,
  };
}

/** One extension calls another. */
export function callInside(stage: Stage, from: string, to: string): WireCall {
  return {
    ref: stage.uuid(),
    domain: stage.domain,
    direction: 'local',
    recipient: inside(to),
    caller: inside(from),
    ani: inside(from),
    clickToCallData: null,
  };
}

/** What happens on a leg, in seconds of the story; what is not named never happens. */
export interface Course {
  readonly ring?: number;
  readonly answer?: number;
  readonly end?: number;
  /** FreeSWITCH's hang-up cause; `NORMAL_CLEARING` where a story has nothing to tell about it. */
  readonly cause?: string;
}

/** The caller's own line: `channel_uuid`, `originating_leg_uuid` and `ref` are one, and no phone is named. */
export function firstLeg(stage: Stage, call: WireCall, course: Course, start = 0): WireLeg {
  return leg(stage, call, course, {
    channel: call.ref,
    originatingLeg: call.ref,
    dialedUser: '',
    startUs: stage.at(start),
    announced: true,
  });
}

/** A phone that the PBX rings for this call. */
export function phoneLeg(stage: Stage, call: WireCall, extension: string, course: Course): WireLeg {
  return leg(stage, call, course, {
    channel: stage.uuid(),
    originatingLeg: call.ref,
    dialedUser: extension,
    startUs: stage.at((course.ring ?? course.end ?? 0) - 0.4),
    announced: false,
  });
}

/** The line to an outside number, as the documented samples show it. */
export function trunkLeg(stage: Stage, call: WireCall, course: Course, start = 0): WireLeg {
  return leg(stage, call, course, {
    channel: stage.uuid(),
    originatingLeg: call.ref,
    dialedUser: '',
    startUs: stage.at(start),
    announced: true,
  });
}

function leg(
  stage: Stage,
  call: WireCall,
  { ring, answer, end, cause = 'NORMAL_CLEARING' }: Course,
  identity: Pick<WireLeg, 'channel' | 'originatingLeg' | 'dialedUser' | 'startUs' | 'announced'>,
): WireLeg {
  const moment = (seconds: number | undefined) => (seconds === undefined ? null : stage.at(seconds));
  return { call, ...identity, ringUs: moment(ring), answerUs: moment(answer), endUs: moment(end), cause };
}

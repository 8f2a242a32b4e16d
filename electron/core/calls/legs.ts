import type { Us } from '../../../shared/call.ts';
import type { CallEvent } from './event.ts';
import { type Identity, isMe } from './identity.ts';

/** Why a leg counts as mine: my phone was rung, I was calling, or the dialled number was my extension. */
export type Role = 'dialled-user' | 'caller' | 'recipient';

/** What a leg takes over from its events: who is on it, and when what happened. */
type Merged =
  | 'channel'
  | 'originatingLeg'
  | 'domain'
  | 'dialedUser'
  | 'ani'
  | 'caller'
  | 'callerE164'
  | 'recipient'
  | 'recipientE164'
  | 'startedAtUs'
  | 'rangAtUs'
  | 'answeredAtUs'
  | 'endedAtUs'
  | 'cause';

/** What is known of one channel, merged from all its events. */
export interface CallLeg extends Pick<CallEvent, Merged> {
  /** The channel that began the call: the caller's line, not a phone that rings. */
  readonly first: boolean;
  /** Ended by a `failed` event: the PBX never got as far as a phone. */
  readonly failed: boolean;
  readonly role: Role | null;
  /** The leg's `ani` is an extension of mine: I am calling, even where the phone it rings is mine too. */
  readonly callerIsMe: boolean;
}

/**
 * Merges events that are in reading order into legs. Each event repeats the earlier times of its leg, so one hang-up
 * alone rebuilds it; where events disagree the earliest time holds.
 */
export function legsOf(events: readonly CallEvent[], me: Identity): CallLeg[] {
  const byChannel = Map.groupBy(events, (event) => event.channel);
  return [...byChannel.values()].map((own) => mergeLeg(own, me)).sort(byBeginning);
}

function mergeLeg(own: readonly CallEvent[], me: Identity): CallLeg {
  const first = <Key extends keyof CallEvent>(key: Key) => own.find((event) => event[key] !== null)?.[key] ?? null;
  const end = own.find((event) => event.action === 'hangup') ?? own.find((event) => event.action === 'failed');
  const leg = {
    channel: own[0]?.channel ?? '',
    originatingLeg: first('originatingLeg'),
    first: own[0]?.channel === own[0]?.ref,
    domain: first('domain'),
    dialedUser: first('dialedUser'),
    ani: first('ani'),
    caller: first('caller'),
    callerE164: first('callerE164'),
    recipient: first('recipient'),
    recipientE164: first('recipientE164'),
    startedAtUs: earliest(own.map((event) => event.startedAtUs)),
    rangAtUs: earliest(own.map((event) => event.rangAtUs)),
    answeredAtUs: earliest(own.map((event) => event.answeredAtUs)),
    endedAtUs: earliest(own.map((event) => event.endedAtUs)),
    cause: end?.cause ?? null,
    failed: end?.action === 'failed',
  };
  return { ...leg, role: roleOf(leg, me), callerIsMe: isMe(me, leg.ani, leg.domain) };
}

/** Whose leg it is. The order matters: a phone that rings me is mine whoever's number its `ani` shows. */
function roleOf(leg: Pick<CallLeg, 'domain' | 'dialedUser' | 'ani' | 'recipient'>, me: Identity): Role | null {
  if (isMe(me, leg.dialedUser, leg.domain)) return 'dialled-user';
  if (isMe(me, leg.ani, leg.domain)) return 'caller';
  return isRecipientOfUnnamedLeg(leg) && isMe(me, leg.recipient, leg.domain) ? 'recipient' : null;
}

/** Assumed: some ring-group legs carry no `dialed_user`; then the recipient is the extension that rings. */
function isRecipientOfUnnamedLeg(leg: Pick<CallLeg, 'dialedUser'>): boolean {
  return leg.dialedUser === null;
}

function byBeginning(a: CallLeg, b: CallLeg): number {
  const begin = (leg: CallLeg) => leg.startedAtUs ?? leg.rangAtUs ?? leg.endedAtUs ?? 0;
  return (
    Number(b.first) - Number(a.first) ||
    begin(a) - begin(b) ||
    (a.rangAtUs ?? 0) - (b.rangAtUs ?? 0) ||
    (a.channel < b.channel ? -1 : 1)
  );
}

export function earliest(times: readonly (Us | null)[]): Us | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.min(...known);
}

export function latest(times: readonly (Us | null)[]): Us | null {
  const known = times.filter((time) => time !== null);
  return known.length === 0 ? null : Math.max(...known);
}

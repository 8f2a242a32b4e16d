import type { Direction, Outcome, Reason, Us } from '../../../shared/call.ts';
import type { Sent } from './leg.ts';

/** One row that the log should hold, as whoever made the calls up knows it; nothing here was worked out from events. */
export interface Row {
  /** Of all the calls that are one in the log, in order. */
  readonly refs: readonly [string, ...string[]];
  readonly direction: Direction;
  /** Number or extension of the other party; null when withheld. */
  readonly party: string | null;
  readonly outcome: Outcome;
  readonly reason: Reason | null;
  readonly answeredBy: string | null;
  /** In milliseconds; null where it never rang, or nobody talked. */
  readonly ringMs: number | null;
  readonly talkMs: number | null;
  /** How often it rang me; 0 on calls I made. */
  readonly offers: number;
  /** It asks for a follow-up unless somebody speaks with them after this moment; null when it asks for none. */
  readonly missedAtUs: Us | null;
  /** Whom I handed it over to; null for nobody, or where the PBX does not tell. */
  readonly transferredTo: string | null;
  readonly cameFrom: string | null;
  /** The channels whose hang-ups have to arrive for this to be told from the events. */
  readonly toldBy: readonly string[];
}

/** Somebody of the house speaks with somebody. */
export interface Contact {
  readonly party: string;
  readonly atUs: Us;
  readonly by: string;
}

/** What happens in one story: what the PBX sends of it, and what is true of it. */
export interface Played {
  readonly sent: readonly Sent[];
  /** Of me. Empty when I am not in it. */
  readonly rows: readonly Row[];
  readonly contacts: readonly Contact[];
}

/** A story that can happen at any time; `name` keeps its calls apart from others. */
export type Plot = (stage: Stage) => Played;

export interface Stage {
  readonly name: string;
  readonly startUs: Us;
}

type Facts = Pick<Row, 'refs' | 'party' | 'outcome' | 'toldBy'> & Partial<Row>;

/** Somebody calls me. */
export function incoming(facts: Facts): Row {
  return { ...unremarkable, direction: 'in', offers: 1, ...facts };
}

/** I call somebody. */
export function outgoing(facts: Facts): Row {
  return { ...unremarkable, direction: 'out', offers: 0, ...facts };
}

const unremarkable = {
  reason: null,
  answeredBy: null,
  ringMs: null,
  talkMs: null,
  missedAtUs: null,
  transferredTo: null,
  cameFrom: null,
};

/** How the follow-up of a row stands when nothing more is to come: an independent reading of the rule. */
export function followUpOf({ party, missedAtUs }: Row, contacts: readonly Contact[]): 'none' | 'open' | 'settled' {
  if (missedAtUs === null) return 'none';
  return contacts.some((contact) => contact.party === party && contact.atUs > missedAtUs) ? 'settled' : 'open';
}

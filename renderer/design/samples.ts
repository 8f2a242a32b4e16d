import type { CallRow, Outcome, Party } from '../../shared/call.ts';
import type { Pop } from '../../shared/pop.ts';

const second = 1_000_000;
const nowUs = Math.floor(Date.now() / 1000) * second;

const number = { number: '+35799123456', e164: '+35799123456', display: '+357 99 123456' };
const someone: Party = { ...number, name: null, company: null, contactId: null, country: 'CY', hidden: false };
const nobody: Party = { ...someone, number: null, e164: null, display: null, country: null };

/** Everybody who may be at the other end. */
export const parties = {
  named: { ...someone, name: 'Μαρία Γεωργίου', company: 'Γεωργίου & Υιοί', contactId: 1 },
  unknown: someone,
  long: { ...someone, name: 'Παρασκευή Παπακωνσταντίνου-Χατζηγεωργιάδου', contactId: 2 },
  arabic: { ...someone, name: 'عبد الرحمن بن محمد', contactId: 3 },
  withheld: nobody,
  hidden: { ...nobody, hidden: true },
} as const satisfies Record<string, Party>;

export function sampleCall(change: Partial<CallRow> = {}): CallRow {
  return {
    ref: 'sample',
    direction: 'in',
    internal: false,
    outcome: 'answered',
    reason: null,
    cause: 'NORMAL_CLEARING',
    party: parties.named,
    extension: '1002',
    called: '+35722000111',
    calledDisplay: '+357 22 000111',
    answeredBy: null,
    startedAtUs: nowUs - 20 * second,
    rangAtUs: nowUs - 20 * second,
    answeredAtUs: nowUs - 12 * second,
    endedAtUs: nowUs,
    ringUs: 8 * second,
    talkUs: 12 * second,
    offers: 1,
    group: false,
    cameFrom: null,
    transferredTo: null,
    followUp: 'none',
    hasNote: false,
    tags: [],
    recording: null,
    clickToCall: false,
    clickToCallData: null,
    failedReason: null,
    ...change,
  };
}

const live = { outcome: 'in-progress', endedAtUs: null, ringUs: null, talkUs: null } as const;

export const callWithOutcome = (outcome: Outcome): CallRow =>
  sampleCall({ outcome, ...(outcome === 'in-progress' ? { ...live, reason: 'talking' } : {}) });

function samplePop(call: CallRow, change: Partial<Pop> = {}): Pop {
  return {
    call,
    state: 'ringing',
    ways: { card: true, notification: true, sound: true },
    silenced: false,
    caller: { timeZone: null, lastTalk: null, lastNote: null, followUpSinceUs: null, callsToday: 1 },
    note: null,
    ...change,
  };
}

const ringing = (party: Party, ref: string) =>
  sampleCall({ ...live, ref, party, reason: 'ringing', answeredAtUs: null });

/** A card in each of its states. */
export const pops: readonly Pop[] = [
  samplePop(ringing(parties.named, 'known'), {
    caller: {
      timeZone: 'America/New_York',
      lastTalk: { atUs: nowUs - 2 * 86_400 * second, talkUs: 240 * second, by: null },
      lastNote: 'Wants the offer by Friday',
      followUpSinceUs: nowUs - 3600 * second,
      callsToday: 3,
    },
  }),
  samplePop(ringing(parties.long, 'long')),
  samplePop(ringing(parties.withheld, 'withheld'), { silenced: true }),
  samplePop(sampleCall({ ...live, ref: 'talking', reason: 'talking' }), { state: 'answered' }),
  samplePop(sampleCall({ ref: 'over' }), { state: 'ended', note: 'Offer sent' }),
  samplePop(
    sampleCall({ ref: 'missed', outcome: 'missed', reason: 'caller-hung-up', answeredAtUs: null, talkUs: null }),
    {
      state: 'ended',
    },
  ),
];

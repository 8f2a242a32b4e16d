import type { CallRow, FollowUpState, Party } from '../../../shared/call.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { Call } from '../calls/call.ts';
import { isFollowedUp, missedBy } from '../calls/followUp.ts';
import { isExtension } from '../calls/party.ts';
import { writeNumber } from '../numbers/write.ts';
import type { LoggedCall } from '../store/callTable.ts';
import type { View } from './view.ts';

/** A call as a window shows it: its facts, with the numbers written for people. `followUp`: see `followUpOf`. */
export function callRow(call: Call, view: View, followUp: FollowUpState = 'none'): CallRow {
  const { number, e164 } = call;
  const { masked } = view;
  const best = e164 ?? number;
  const dialled = masked && call.direction === 'out' ? null : call.called;
  return {
    ref: call.ref,
    direction: call.direction,
    internal: call.internal,
    outcome: call.outcome,
    reason: call.reason,
    cause: call.cause,
    party: partyOf(call, view),
    extension: call.extension,
    called: dialled,
    // On a call of mine the dialled number is the other party's, and the PBX knows its E.164.
    calledDisplay: dialled === null ? null : writeNumber(dialled === number ? (best ?? number) : dialled).display,
    answeredBy: call.answeredBy,
    startedAtUs: call.startedAtUs,
    rangAtUs: call.rangAtUs,
    answeredAtUs: call.answeredAtUs,
    endedAtUs: call.endedAtUs,
    ringUs: call.ringUs,
    talkUs: call.talkUs,
    offers: call.offers,
    group: call.group,
    cameFrom: call.cameFrom,
    transferredTo: masked && !isExtension(call.transferredTo) ? null : call.transferredTo,
    followUp,
    ...view.marksOf(call.ref),
    recording: call.recording,
    clickToCall: call.clickToCall,
    clickToCallData: call.clickToCallData,
    failedReason: call.failedReason,
  };
}

/** The other party of a call, with their name and the number written for people. */
export function partyOf(
  { number, e164 }: Pick<Call, 'number' | 'e164'>,
  { masked, nameOf }: Pick<View, 'masked' | 'nameOf'>,
): Party {
  if (masked)
    return {
      number: null,
      e164: null,
      display: null,
      name: null,
      company: null,
      contactId: null,
      country: null,
      hidden: true,
    };
  const best = e164 ?? number;
  const written = best === null ? null : writeNumber(best);
  const contact = best === null ? null : nameOf(best);
  return {
    number,
    e164,
    display: written?.display ?? null,
    name: contact?.name ?? null,
    company: contact?.company ?? null,
    contactId: contact?.id ?? null,
    country: written?.country ?? null,
    hidden: false,
  };
}

/** How the follow-up of a call stands for somebody with these settings. */
export function followUpOf(call: LoggedCall, settings: Pick<Settings, 'groupFollowUps'>): FollowUpState {
  const missed = missedBy(call);
  if (missed === null || call.followUp === 'undecided') return 'none';
  return isFollowedUp({ group: call.group, missed }, settings) ? call.followUp : 'none';
}

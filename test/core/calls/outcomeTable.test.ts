import { describe, expect, test } from 'vitest';

import { causeKind, knownCauses } from '../../../electron/core/calls/causes.ts';
import { ending } from '../../../electron/core/calls/outcomeTable.ts';
import { sheet, states } from './outcomeSheet.ts';

/** `switch_call_cause_t` of FreeSWITCH 1.10, without its prefix. */
const freeswitch = `NONE UNALLOCATED_NUMBER NO_ROUTE_TRANSIT_NET NO_ROUTE_DESTINATION CHANNEL_UNACCEPTABLE
  CALL_AWARDED_DELIVERED NORMAL_CLEARING USER_BUSY NO_USER_RESPONSE NO_ANSWER SUBSCRIBER_ABSENT CALL_REJECTED
  NUMBER_CHANGED REDIRECTION_TO_NEW_DESTINATION EXCHANGE_ROUTING_ERROR DESTINATION_OUT_OF_ORDER INVALID_NUMBER_FORMAT
  FACILITY_REJECTED RESPONSE_TO_STATUS_ENQUIRY NORMAL_UNSPECIFIED NORMAL_CIRCUIT_CONGESTION NETWORK_OUT_OF_ORDER
  NORMAL_TEMPORARY_FAILURE SWITCH_CONGESTION ACCESS_INFO_DISCARDED REQUESTED_CHAN_UNAVAIL PRE_EMPTED
  FACILITY_NOT_SUBSCRIBED OUTGOING_CALL_BARRED INCOMING_CALL_BARRED BEARERCAPABILITY_NOTAUTH BEARERCAPABILITY_NOTAVAIL
  SERVICE_UNAVAILABLE BEARERCAPABILITY_NOTIMPL CHAN_NOT_IMPLEMENTED FACILITY_NOT_IMPLEMENTED SERVICE_NOT_IMPLEMENTED
  INVALID_CALL_REFERENCE INCOMPATIBLE_DESTINATION INVALID_MSG_UNSPECIFIED MANDATORY_IE_MISSING MESSAGE_TYPE_NONEXIST
  WRONG_MESSAGE IE_NONEXIST INVALID_IE_CONTENTS WRONG_CALL_STATE RECOVERY_ON_TIMER_EXPIRE MANDATORY_IE_LENGTH_ERROR
  PROTOCOL_ERROR INTERWORKING SUCCESS ORIGINATOR_CANCEL CRASH SYSTEM_SHUTDOWN LOSE_RACE MANAGER_REQUEST BLIND_TRANSFER
  ATTENDED_TRANSFER ALLOTTED_TIMEOUT USER_CHALLENGE MEDIA_TIMEOUT PICKED_OFF USER_NOT_REGISTERED PROGRESS_TIMEOUT
  INVALID_GATEWAY GATEWAY_DOWN INVALID_URL INVALID_PROFILE NO_PICKUP SRTP_READ_ERROR BOWOUT BUSY_EVERYWHERE DECLINE
  DOES_NOT_EXIST_ANYWHERE NOT_ACCEPTABLE UNWANTED NO_IDENTITY BAD_IDENTITY_INFO UNSUPPORTED_CERTIFICATE
  INVALID_IDENTITY STALE_DATE REJECT_ALL`.split(/\s+/);

test('every cause of FreeSWITCH is sorted in, and none twice', () => {
  expect(freeswitch.filter((cause) => !knownCauses.includes(cause))).toEqual([]);
  expect(new Set(knownCauses).size).toBe(knownCauses.length);
});

test('a cause nobody has heard of counts as nothing special, even one named like a part of every object', () => {
  for (const cause of ['SOMETHING_NEW', 'constructor', '__proto__', '', null]) expect(causeKind(cause)).toBe('other');
});

describe('what a cause means depends on how far the call had come', () => {
  for (const [cause, ...endings] of sheet) {
    test(`${cause}: ${endings.join(', ')}`, () => {
      const found = states.map((state) => {
        const { outcome, reason } = ending(causeKind(cause), state);
        return reason === null ? outcome : `${outcome} ${reason}`;
      });
      expect(found).toEqual(endings);
    });
  }
});

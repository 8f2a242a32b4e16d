/** What a hang-up cause says about a phone or a line. */
export type CauseKind =
  /** The caller gave up. */
  | 'cancelled'
  /** It rang until the PBX had enough. */
  | 'rang-out'
  /** Somebody refused by hand. */
  | 'refused'
  | 'busy'
  /** Another phone of the group was faster. */
  | 'lost-race'
  /** A colleague picked the call up from elsewhere. */
  | 'picked-off'
  /** No phone was there to ring. */
  | 'offline'
  | 'transferred'
  | 'no-route'
  | 'barred'
  /** A line, a gateway or a switch failed. */
  | 'network'
  /** Nothing special, or a cause nobody has heard of: the legs alone decide. */
  | 'other';

/** Every cause of FreeSWITCH (`switch_types.h`, `switch_call_cause_t`), by what it says. */
const causesByKind: Readonly<Record<CauseKind, readonly string[]>> = {
  cancelled: ['ORIGINATOR_CANCEL'],
  'rang-out': ['NO_ANSWER', 'ALLOTTED_TIMEOUT', 'NO_PICKUP'],
  refused: ['CALL_REJECTED', 'DECLINE', 'REJECT_ALL', 'UNWANTED'],
  busy: ['USER_BUSY', 'BUSY_EVERYWHERE'],
  'lost-race': ['LOSE_RACE'],
  'picked-off': ['PICKED_OFF'],
  offline: ['USER_NOT_REGISTERED', 'SUBSCRIBER_ABSENT', 'NO_USER_RESPONSE', 'PROGRESS_TIMEOUT'],
  transferred: ['BLIND_TRANSFER', 'ATTENDED_TRANSFER'],
  'no-route': [
    'NO_ROUTE',
    'NO_ROUTE_DESTINATION',
    'NO_ROUTE_TRANSIT_NET',
    'UNALLOCATED_NUMBER',
    'INVALID_NUMBER_FORMAT',
    'NUMBER_CHANGED',
    'DOES_NOT_EXIST_ANYWHERE',
    'INVALID_URL',
  ],
  barred: ['OUTGOING_CALL_BARRED', 'INCOMING_CALL_BARRED', 'FACILITY_REJECTED', 'FACILITY_NOT_SUBSCRIBED'],
  network: [
    'MEDIA_TIMEOUT',
    'NETWORK_OUT_OF_ORDER',
    'DESTINATION_OUT_OF_ORDER',
    'NORMAL_TEMPORARY_FAILURE',
    'NORMAL_CIRCUIT_CONGESTION',
    'SWITCH_CONGESTION',
    'RECOVERY_ON_TIMER_EXPIRE',
    'EXCHANGE_ROUTING_ERROR',
    'CHANNEL_UNACCEPTABLE',
    'REQUESTED_CHAN_UNAVAIL',
    'PRE_EMPTED',
    'ACCESS_INFO_DISCARDED',
    'BEARERCAPABILITY_NOTAUTH',
    'BEARERCAPABILITY_NOTAVAIL',
    'BEARERCAPABILITY_NOTIMPL',
    'CHAN_NOT_IMPLEMENTED',
    'FACILITY_NOT_IMPLEMENTED',
    'SERVICE_NOT_IMPLEMENTED',
    'SERVICE_UNAVAILABLE',
    'INVALID_CALL_REFERENCE',
    'INCOMPATIBLE_DESTINATION',
    'INVALID_MSG_UNSPECIFIED',
    'MANDATORY_IE_MISSING',
    'MANDATORY_IE_LENGTH_ERROR',
    'MESSAGE_TYPE_NONEXIST',
    'WRONG_MESSAGE',
    'IE_NONEXIST',
    'INVALID_IE_CONTENTS',
    'WRONG_CALL_STATE',
    'PROTOCOL_ERROR',
    'INTERWORKING',
    'CRASH',
    'SYSTEM_SHUTDOWN',
    'INVALID_GATEWAY',
    'GATEWAY_DOWN',
    'INVALID_PROFILE',
    'SRTP_READ_ERROR',
    'NOT_ACCEPTABLE',
    'USER_CHALLENGE',
    'NO_IDENTITY',
    'BAD_IDENTITY_INFO',
    'UNSUPPORTED_CERTIFICATE',
    'INVALID_IDENTITY',
    'STALE_DATE',
  ],
  other: [
    'NONE',
    'SUCCESS',
    'NORMAL_CLEARING',
    'NORMAL_UNSPECIFIED',
    'CALL_AWARDED_DELIVERED',
    'REDIRECTION_TO_NEW_DESTINATION',
    'RESPONSE_TO_STATUS_ENQUIRY',
    'MANAGER_REQUEST',
    'BOWOUT',
  ],
};

const kindOf: ReadonlyMap<string, CauseKind> = new Map(
  Object.entries(causesByKind).flatMap(([kind, causes]) => causes.map((cause) => [cause, kind as CauseKind])),
);

/** Every cause that is sorted in; others are safe, and count as `other`. */
export const knownCauses: readonly string[] = [...kindOf.keys()];

/** Sorts a cause in, in whatever case it came. An unknown cause is never an error. */
export function causeKind(cause: string | null): CauseKind {
  return (cause === null ? undefined : kindOf.get(cause.toUpperCase())) ?? 'other';
}

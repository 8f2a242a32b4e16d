/** What a hang-up cause says about a phone or a line. Names are FreeSWITCH's (`switch_types.h`). */
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
  /** The line broke while people talked. */
  | 'dropped'
  /** Nothing special, or a cause nobody has heard of: the legs alone decide. */
  | 'other';

const kinds: Readonly<Record<string, CauseKind>> = {
  ORIGINATOR_CANCEL: 'cancelled',
  NO_ANSWER: 'rang-out',
  ALLOTTED_TIMEOUT: 'rang-out',
  CALL_REJECTED: 'refused',
  DECLINE: 'refused',
  REJECT_ALL: 'refused',
  UNWANTED: 'refused',
  USER_BUSY: 'busy',
  LOSE_RACE: 'lost-race',
  PICKED_OFF: 'picked-off',
  USER_NOT_REGISTERED: 'offline',
  SUBSCRIBER_ABSENT: 'offline',
  NO_USER_RESPONSE: 'offline',
  PROGRESS_TIMEOUT: 'offline',
  BLIND_TRANSFER: 'transferred',
  ATTENDED_TRANSFER: 'transferred',
  NO_ROUTE: 'no-route',
  NO_ROUTE_DESTINATION: 'no-route',
  UNALLOCATED_NUMBER: 'no-route',
  INVALID_NUMBER_FORMAT: 'no-route',
  OUTGOING_CALL_BARRED: 'barred',
  MEDIA_TIMEOUT: 'dropped',
  NETWORK_OUT_OF_ORDER: 'dropped',
  NORMAL_TEMPORARY_FAILURE: 'dropped',
  RECOVERY_ON_TIMER_EXPIRE: 'dropped',
  DESTINATION_OUT_OF_ORDER: 'dropped',
};

/** Sorts a cause in, in whatever case it came. An unknown cause is never an error. */
export function causeKind(cause: string | null): CauseKind {
  return (cause !== null && Object.hasOwn(kinds, cause.toUpperCase()) && kinds[cause.toUpperCase()]) || 'other';
}

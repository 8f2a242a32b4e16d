import type { State } from '../../../electron/core/calls/outcomeTable.ts';

/** The table as a person would write it on a sheet: talked, rang, quiet, unreached, called. */
export const sheet: readonly [cause: string, ...endings: [string, string, string, string, string]][] = [
  [
    'ORIGINATOR_CANCEL',
    'answered',
    'missed caller-hung-up',
    'missed caller-hung-up',
    'unreachable phone-offline',
    'cancelled',
  ],
  ['NO_ANSWER', 'answered', 'missed rang-out', 'missed rang-out', 'unreachable phone-offline', 'no-answer'],
  ['CALL_REJECTED', 'answered', 'declined', 'declined', 'declined', 'rejected'],
  ['USER_BUSY', 'answered', 'declined', 'busy', 'busy', 'busy'],
  ['LOSE_RACE', 'answered', 'answered-elsewhere', 'answered-elsewhere', 'answered-elsewhere', 'failed network'],
  ['PICKED_OFF', 'answered', 'picked-up', 'picked-up', 'picked-up', 'failed network'],
  [
    'USER_NOT_REGISTERED',
    'answered',
    'unreachable phone-offline',
    'unreachable phone-offline',
    'unreachable phone-offline',
    'failed network',
  ],
  ['BLIND_TRANSFER', 'transferred', 'missed', 'missed', 'unreachable phone-offline', 'failed network'],
  ['NO_ROUTE', 'answered', 'missed', 'missed', 'unreachable phone-offline', 'wrong-number no-route'],
  ['OUTGOING_CALL_BARRED', 'answered', 'missed', 'missed', 'unreachable phone-offline', 'not-permitted barred'],
  ['MEDIA_TIMEOUT', 'answered line-dropped', 'missed', 'missed', 'unreachable phone-offline', 'failed network'],
  ['NORMAL_CLEARING', 'answered', 'missed', 'missed', 'unreachable phone-offline', 'failed network'],
];
export const states: readonly State[] = ['talked', 'rang', 'quiet', 'unreached', 'called'];

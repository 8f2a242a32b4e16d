import * as fc from 'fast-check';
import { describe, expect, test } from 'vitest';

import { afterEvent, mayLook } from '../../../electron/shell/updates/course.ts';
import type { Course, UpdateEvent } from '../../../electron/shell/updates/course.ts';
import { plainNotes } from '../../../electron/shell/updates/notes.ts';
import { BadSignature } from '../../../electron/shell/updates/signature.ts';
import { detailOf, troubleOf } from '../../../electron/shell/updates/trouble.ts';
import { isTimeToLook } from '../../../electron/shell/updates/whenToLook.ts';
import { whyOff } from '../../../electron/shell/updates/whyOff.ts';

const hourUs = 3_600_000_000;
const startUs = 1_800_000_000_000_000;
const begin: Course = { kind: 'newest', checkedAtUs: null };

const version = fc.constantFrom('1.2.0', '1.3.0', '2.0.0-beta.1');
const event: fc.Arbitrary<UpdateEvent> = fc.oneof(
  fc.constantFrom<UpdateEvent>({ kind: 'looking' }, { kind: 'nothing-newer' }),
  version.map((found) => ({ kind: 'found' as const, version: found })),
  fc.double().map((percent) => ({ kind: 'progress' as const, percent })),
  version.map((found) => ({ kind: 'downloaded' as const, version: found, notes: '' })),
  fc.constant<UpdateEvent>({ kind: 'failed', trouble: 'offline', detail: '' }),
);
const courseAfter = (events: readonly UpdateEvent[]) =>
  events.reduce<Course>((course, next) => afterEvent(course, next, startUs), begin);

describe('the course of an update', () => {
  test('shows whole percents from 0 to 100, whatever is reported', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const course = courseAfter([...events, { kind: 'found', version: '1' }, ...events]);
        const percent = course.kind === 'downloading' ? course.percent : 0;
        expect(percent).toBe(Math.min(100, Math.max(0, Math.floor(percent))));
      }),
    );
  });

  test('is ready by a finished download alone', () => {
    fc.assert(
      fc.property(fc.array(event), event, (events, last) => {
        const before = courseAfter(events);
        const after = afterEvent(before, last, startUs);
        expect(after.kind === 'ready' && before.kind !== 'ready').toBe(
          last.kind === 'downloaded' && before.kind !== 'ready',
        );
      }),
    );
  });

  test('lets one look only where nothing is under way or waits', () => {
    fc.assert(
      fc.property(fc.array(event), (events) => {
        const course = courseAfter(events);
        expect(mayLook(course)).toBe(['newest', 'failed'].includes(course.kind));
      }),
    );
  });
});

describe('the time to look', () => {
  const spread = fc.double({ min: 0, max: 1, noNaN: true });

  test('is a minute or two after the start, and not before', () => {
    expect(isTimeToLook(startUs + 59_000_000, startUs, null, 0)).toBe(false);
    expect(isTimeToLook(startUs + 60_000_000, startUs, null, 0)).toBe(true);
    expect(isTimeToLook(startUs + 119_000_000, startUs, null, 1)).toBe(false);
    expect(isTimeToLook(startUs + 120_000_000, startUs, null, 1)).toBe(true);
  });

  test('is once a day, with hours of spread at most, and after a sleep of days at once', () => {
    fc.assert(
      fc.property(spread, fc.integer({ min: 0, max: 100 }), (share, hours) => {
        const isTime = isTimeToLook(startUs + hours * hourUs, startUs, { atUs: startUs, failed: false }, share);
        expect(isTime).toBe(hours >= 24 * (1 + share / 8));
      }),
    );
  });

  test('is an hour after a look that failed', () => {
    const last = { atUs: startUs, failed: true };
    expect(isTimeToLook(startUs + hourUs - 1, startUs, last, 0)).toBe(false);
    expect(isTimeToLook(startUs + hourUs, startUs, last, 0)).toBe(true);
  });

  test('is now when the clock was set back', () => {
    expect(isTimeToLook(startUs - 1, startUs, null, 0)).toBe(true);
    expect(isTimeToLook(startUs + hourUs, startUs, { atUs: startUs + 2 * hourUs, failed: false }, 1)).toBe(true);
  });
});

describe('why updates are off', () => {
  const signed = { isPackaged: true, isPortable: false, isSystemPackage: false, isSigned: true };

  test('is nothing, or the setting, for a signed and installed program', () => {
    expect(whyOff(signed, 'automatic')).toBeNull();
    expect(whyOff(signed, 'off')).toBe('setting');
  });

  test('never names the setting where switching it would change nothing', () => {
    const any = fc.record({
      isPackaged: fc.boolean(),
      isPortable: fc.boolean(),
      isSystemPackage: fc.boolean(),
      isSigned: fc.boolean(),
    });
    fc.assert(
      fc.property(any, (installation) => {
        const automatic = whyOff(installation, 'automatic');
        expect(whyOff(installation, 'off')).toBe(automatic ?? 'setting');
        expect(automatic === null).toBe(JSON.stringify(installation) === JSON.stringify(signed));
      }),
    );
  });
});

describe('an error', () => {
  const coded = (code: string, message = '') => Object.assign(new Error(message), { code });

  test.each([
    [new BadSignature('x'), 'signature'],
    [coded('ERR_UPDATER_INVALID_SIGNATURE'), 'signature'],
    [new Error('Code signature at URL file:///x did not pass validation'), 'signature'],
    [coded('ERR_CHECKSUM_MISMATCH'), 'damaged'],
    [coded('ERR_UPDATER_CHANNEL_FILE_NOT_FOUND'), 'server'],
    [coded('ERR_UPDATER_INVALID_UPDATE_INFO'), 'server'],
    [coded('HTTP_ERROR_503'), 'server'],
    [new Error('Cannot download "https://x/y", status 404: Not Found'), 'server'],
    [new Error('net::ERR_CERT_DATE_INVALID'), 'server'],
    [new Error('net::ERR_INTERNET_DISCONNECTED'), 'offline'],
    [new Error('net::ERR_NAME_NOT_RESOLVED'), 'offline'],
    [new Error('net::ERR_CONTENT_LENGTH_MISMATCH'), 'offline'],
    [coded('ECONNREFUSED'), 'offline'],
    [coded('ECONNRESET', 'aborted'), 'offline'],
    [coded('ENOSPC'), 'disk'],
    [coded('EACCES'), 'disk'],
    [new Error('nobody thought of this'), 'other'],
    ['no error at all', 'other'],
    [undefined, 'other'],
  ] as const)('%o is told as %s', (error, trouble) => {
    expect(troubleOf(error)).toBe(trouble);
  });

  test('says what it is in one line', () => {
    expect(detailOf(new Error('404 Not Found\n"method: GET"\nHeaders: {}'))).toBe('404 Not Found');
    expect(detailOf(new Error('x'.repeat(5000)))).toHaveLength(200);
    expect(detailOf(undefined)).toBe('undefined');
  });
});

test('notes of several versions are one text, and what is no text is none', () => {
  expect(plainNotes([{ version: '1.2.0', note: 'b' }, { version: '1.1.0', note: null }, 7])).toBe('1.2.0\nb\n\n1.1.0');
  for (const nothing of [null, undefined, 7, {}, []]) expect(plainNotes(nothing)).toBe('');
});

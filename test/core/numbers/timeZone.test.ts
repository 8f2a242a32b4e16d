import { getCountries } from 'libphonenumber-js';
import { expect, test } from 'vitest';

import { severalClocks, timeZoneOf } from '../../../electron/core/numbers/timeZone.ts';
import { writeNumber } from '../../../electron/core/numbers/write.ts';
import { zonePrefixes } from '../../../electron/core/numbers/zonePrefixes.ts';

const summer = new Date('2026-07-15T12:00:00Z');

function zoneOf(e164: string): string | null {
  const { country } = writeNumber(e164);
  return country === null ? null : timeZoneOf(e164, country);
}

/** What clocks show where a number belongs. */
function hourAt(e164: string): string | null {
  const timeZone = zoneOf(e164);
  return timeZone === null
    ? null
    : new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' }).format(summer);
}

test.for([
  ['New York', '+12125550123', '08:00'],
  ['Los Angeles', '+13105550123', '05:00'],
  ['Honolulu', '+18085550123', '02:00'],
  ['Boise, beside places of its area code with another clock', '+12083771234', '06:00'],
  ['Phoenix, which knows no summer time', '+16025550123', '05:00'],
  ['Toronto', '+14165550123', '08:00'],
  ['Regina', '+13065550123', '06:00'],
  ['Jamaica, which shares its country code', '+18765550123', '07:00'],
  ['Moscow', '+74951234567', '15:00'],
  ['Vladivostok', '+74232123456', '22:00'],
  ['Kaliningrad', '+74012123456', '14:00'],
  ['Almaty', '+77272123456', '17:00'],
  ['Sydney', '+61291234567', '22:00'],
  ['Brisbane', '+61731234567', '22:00'],
  ['Adelaide', '+61882123456', '21:30'],
  ['Perth', '+61891234567', '20:00'],
  ['Rio Branco', '+556832123456', '07:00'],
  ['Recife', '+558134211234', '09:00'],
  ['Mexico City', '+525512345678', '06:00'],
  ['Chihuahua, since 2022', '+526141234567', '06:00'],
  ['Tijuana', '+526641234567', '05:00'],
  ['Jakarta', '+62211234567', '19:00'],
  ['the Azores', '+351292123456', '12:00'],
  ['the Canaries', '+34928123456', '13:00'],
  ['Shanghai', '+862112345678', '20:00'],
  ['Limassol', '+35725123456', '15:00'],
] as const)('tells the time in %s', ([, number, time]) => {
  expect(hourAt(number)).toBe(time);
});

test.for([
  ['an Australian mobile', '+61412345678'],
  ['a Russian mobile', '+79161234567'],
  ['an Indonesian mobile', '+628111234567'],
  ['a free phone number', '+18005550123'],
  ['an area code with two clocks', '+18675550123'],
  ['no country', '+99912345678'],
] as const)('claims to know no time for %s', ([, number]) => {
  expect(zoneOf(number)).toBeNull();
});

test('every zone of the table is one that clocks can be read in, and no beginning stands twice', () => {
  const zones = Object.keys(zonePrefixes).filter((zone) => zone !== 'unknown');
  for (const timeZone of zones) expect(() => new Intl.DateTimeFormat('en', { timeZone })).not.toThrow();
  const prefixes = Object.values(zonePrefixes).flatMap((text) => text.trim().split(/\s+/));
  expect(new Set(prefixes).size).toBe(prefixes.length);
  expect(prefixes.filter((prefix) => !/^\d{1,7}$/.test(prefix))).toEqual([]);
});

test('in every country that the table leaves out clocks show one time, all year round', () => {
  const winter = new Date('2026-01-15T12:00:00Z');
  const offset = (timeZone: string, at: Date) =>
    new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).format(at);
  const differing = getCountries().filter((country) => {
    const locale: Intl.Locale & { getTimeZones?: () => string[] } = new Intl.Locale(`und-${country}`);
    const zones = locale.getTimeZones?.() ?? [];
    return new Set(zones.map((zone) => offset(zone, winter) + offset(zone, summer))).size > 1;
  });
  expect(differing.filter((country) => !severalClocks.has(country))).toEqual([]);
});

import { writeNumber } from './write.ts';
import { zonePrefixes } from './zonePrefixes.ts';

/** `getTimeZones` is in every runtime of ours and not yet in TypeScript's library. */
interface RegionLocale extends Intl.Locale {
  readonly getTimeZones?: () => readonly string[] | undefined;
}

/** Digits of the longest beginning in the table. */
const longestPrefix = 7;

/** Countries in which clocks differ. Where they do not, the zones that a country may have are all one to us. */
export const severalClocks: ReadonlySet<string> = new Set(
  'AU BR CA CD CL CN EC ES FM GL ID KI MN MX NZ PF PG PT RU UA US'.split(' '),
);

/** The zone of each beginning of numbers; null where it tells none. Made for the first number that asks. */
let zoneOfPrefix: ReadonlyMap<string, string | null> | null = null;

/** Kept, for half a millisecond is much while a phone rings. */
const zoneByCountry = new Map<string, string | null>();

/**
 * The time zone where a number (E.164) of a country (ISO 3166 alpha-2) belongs, as an IANA name. Null where nothing tells
 * what time it is there: a mobile number of a country with several zones, or a country nobody has heard of.
 */
export function timeZoneOf(e164: string, country: string): string | null {
  const zone = zoneOfNumber(e164.replace(/^\+/, ''));
  return zone === undefined ? zoneOfCountry(country) : zone;
}

/** Undefined for a number of which the table knows nothing. */
function zoneOfNumber(digits: string): string | null | undefined {
  zoneOfPrefix ??= readPrefixes();
  for (let length = longestPrefix; length > 0; length -= 1) {
    const zone = zoneOfPrefix.get(digits.slice(0, length));
    if (zone !== undefined) return zone;
  }
  return undefined;
}

function readPrefixes(): ReadonlyMap<string, string | null> {
  const zones = new Map<string, string | null>();
  for (const [zone, prefixes] of Object.entries(zonePrefixes)) {
    for (const prefix of prefixes.trim().split(/\s+/)) zones.set(prefix, zone === 'unknown' ? null : zone);
  }
  return zones;
}

function zoneOfCountry(country: string): string | null {
  if (severalClocks.has(country)) return null;
  const known = zoneByCountry.get(country);
  if (known !== undefined) return known;
  const locale: RegionLocale = new Intl.Locale(`und-${country}`);
  const zone = locale.getTimeZones?.()?.[0] ?? null;
  zoneByCountry.set(country, zone);
  return zone;
}

/** The zone of this machine's clock. */
export function machineZone(): string {
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The time zone where a number in E.164 belongs; null where nothing tells it. */
export function zoneOf(e164: string | null): string | null {
  const country = e164 === null ? null : writeNumber(e164).country;
  return e164 === null || country === null ? null : timeZoneOf(e164, country);
}

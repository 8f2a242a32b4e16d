/** `getTimeZones` is in every runtime of ours and not yet in TypeScript's library. */
interface RegionLocale extends Intl.Locale {
  readonly getTimeZones?: () => readonly string[] | undefined;
}

/**
 * The time zone of a country (ISO 3166 alpha-2) as an IANA name. Null where the country alone does not tell what time it
 * is there: one that spans several zones, or one nobody has heard of.
 */
export function timeZoneOf(country: string, at: Date): string | null {
  const locale: RegionLocale = new Intl.Locale(`und-${country}`);
  const zones = locale.getTimeZones?.() ?? [];
  const offsets = new Set(zones.map((zone) => offsetOf(zone, at)));
  return offsets.size === 1 ? (zones[0] ?? null) : null;
}

function offsetOf(timeZone: string, at: Date): string | undefined {
  const parts = new Intl.DateTimeFormat('en', { timeZone, timeZoneName: 'longOffset' }).formatToParts(at);
  return parts.find((part) => part.type === 'timeZoneName')?.value;
}

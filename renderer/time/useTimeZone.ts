import { useMinute } from './ticker.ts';

/** The IANA name of the machine's time zone. Renders again within a minute when that is another. */
export function useTimeZone(): string {
  useMinute();
  return new Intl.DateTimeFormat().resolvedOptions().timeZone;
}

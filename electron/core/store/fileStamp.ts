import type { Us } from '../../../shared/call.ts';

/** A time as part of a file's name, on every system. */
export function fileStamp(time: Date): string {
  return time.toISOString().replaceAll(/[:.]/g, '-');
}

/** The time that such a part of a name tells; null when it tells none. */
export function stampedAt(stamp: string): Us | null {
  const parts = /^(\d{4}-\d\d-\d\dT\d\d)-(\d\d)-(\d\d)-(\d{3}Z)$/.exec(stamp);
  const ms = parts === null ? NaN : Date.parse(`${parts[1]}:${parts[2]}:${parts[3]}.${parts[4]}`);
  return Number.isNaN(ms) ? null : ms * 1000;
}

/** A moment to be reminded at, in epoch milliseconds. */
export interface SnoozeTime {
  readonly name: 'hour' | 'afternoon' | 'tomorrow' | 'monday';
  readonly atMs: number;
}

/** The hours at which a working day and its afternoon begin. */
const morningHour = 9;
const afternoonHour = 14;

/** What makes sense at a moment: this afternoon only before it has begun, Monday only where it is not tomorrow. */
export function snoozeTimes(nowMs: number): readonly SnoozeTime[] {
  const now = new Date(nowMs);
  const at = (daysLater: number, hour: number) =>
    new Date(now.getFullYear(), now.getMonth(), now.getDate() + daysLater, hour).getTime();
  const daysToMonday = (8 - now.getDay()) % 7 || 7;
  return [
    { name: 'hour', atMs: Math.floor(nowMs / 60_000) * 60_000 + 3_600_000 } as const,
    ...(nowMs < at(0, afternoonHour) ? [{ name: 'afternoon', atMs: at(0, afternoonHour) } as const] : []),
    { name: 'tomorrow', atMs: at(1, morningHour) } as const,
    ...(daysToMonday > 1 ? [{ name: 'monday', atMs: at(daysToMonday, morningHour) } as const] : []),
  ];
}

/** The hour at which a working day begins. */
const hour = 7;

/** The first seven o'clock in the morning, in local time, after a point in time; both in epoch milliseconds. */
export function nextMorning(afterMs: number): number {
  const morning = new Date(afterMs);
  morning.setHours(hour, 0, 0, 0);
  if (morning.getTime() <= afterMs) morning.setDate(morning.getDate() + 1);
  return morning.getTime();
}

/** A day by the clock of this machine, as `2026-11-30`: what date fields and addresses hold. */
export function dayAt(atMs: number): string {
  const at = new Date(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  return `${String(at.getFullYear()).padStart(4, '0')}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
}

/** Whether a text is a day that there is. */
export function isDay(text: string): boolean {
  return /^\d{4}-\d\d-\d\d$/.test(text) && dayAt(startOf(text)) === text;
}

/** When a day begins, and when the one after it does, in epoch milliseconds. */
export function startOf(day: string): number {
  return midnight(day, 0);
}

export function endOf(day: string): number {
  return midnight(day, 1);
}

function midnight(day: string, daysLater: number): number {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number);
  const at = new Date(0);
  // The constructor would take the year 26 for 1926.
  at.setFullYear(year, month - 1, date + daysLater);
  return at.setHours(0, 0, 0, 0);
}

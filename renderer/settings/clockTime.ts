/** Minutes after midnight as a time field writes them: "07:05". */
export function clockTimeOf(minute: number): string {
  return [Math.floor(minute / 60), minute % 60].map((part) => String(part).padStart(2, '0')).join(':');
}

/** Minutes after midnight of what stands in a time field; null while it is not complete. */
export function minuteOf(clockTime: string): number | null {
  const [, hours, minutes] = /^(\d\d):(\d\d)/.exec(clockTime) ?? [];
  return hours === undefined || minutes === undefined ? null : Number(hours) * 60 + Number(minutes);
}

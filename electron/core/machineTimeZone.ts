/**
 * Has this process look up the time zone of the machine again: Node asks for it once, and a laptop travels. Without a
 * change it takes some microseconds. A zone that the environment names stays in force.
 */
export function readMachineTimeZone(): void {
  // To touch the variable is Node's only way to look again, even when there is none.
  if (process.env['TZ'] === undefined) delete process.env['TZ'];
}

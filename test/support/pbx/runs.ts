/** RINGSIDE_PROPERTY_RUNS asks for so many times as many tries as a desk has patience for. */
const times = Number(process.env['RINGSIDE_PROPERTY_RUNS'] ?? 1);

/** How long a property may take, in milliseconds: only a hang ends a test by time. */
export const patienceMs = 60_000 * times;

/** How often a property is tried out. A failure names its seed; give it to `fc.assert` beside this to see it again. */
export function runs(few: number): { numRuns: number } {
  return { numRuns: few * times };
}

/** The names that may have been meant, nearest first; none where nothing comes close. */
export function nearest(typed: string, names: readonly string[]): string[] {
  const tolerance = Math.max(2, Math.floor(typed.length / 3));
  return names
    .map((name) => ({ name, distance: typed.length > 2 && name.includes(typed) ? 0 : editDistance(typed, name) }))
    .filter(({ distance }) => distance <= tolerance)
    .toSorted((a, b) => a.distance - b.distance)
    .slice(0, 3)
    .map(({ name }) => name);
}

/** How many letters must be put in, taken out or exchanged to make one word of the other (Levenshtein). */
function editDistance(from: string, to: string): number {
  let row = Array.from({ length: to.length + 1 }, (_, column) => column);
  for (const [line, letter] of Array.from(from).entries()) {
    const next = [line + 1];
    for (const [column, other] of Array.from(to).entries()) {
      const exchanged = (row[column] ?? 0) + (letter === other ? 0 : 1);
      next.push(Math.min(exchanged, (row[column + 1] ?? 0) + 1, (next[column] ?? 0) + 1));
    }
    row = next;
  }
  return row.at(-1) ?? 0;
}

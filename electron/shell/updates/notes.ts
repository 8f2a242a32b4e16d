/** Longer ones than anybody reads. */
const longest = 8_000;

/** Release notes as electron-updater gives them: a text, one for each version, or none. As plain text of a sane length. */
export function plainNotes(notes: unknown): string {
  return (
    textOf(notes)
      .replaceAll(/\r\n?/g, '\n')
      // What cannot be seen, such as marks that turn the direction of the words around them.
      .replaceAll(/[^\P{C}\n\t]/gu, '')
      .trim()
      .slice(0, longest)
  );
}

function textOf(notes: unknown): string {
  if (typeof notes === 'string') return notes;
  if (!Array.isArray(notes)) return '';
  return notes
    .map((entry: unknown) => {
      if (typeof entry !== 'object' || entry === null) return '';
      const { version, note } = entry as Readonly<Record<string, unknown>>;
      return [version, note].filter((part) => typeof part === 'string').join('\n');
    })
    .join('\n\n');
}

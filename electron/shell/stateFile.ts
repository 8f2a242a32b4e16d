import { readFileSync, renameSync, writeFileSync } from 'node:fs';

/**
 * Reads what a small file of the shell's own holds, such as where a window stood. Null when there is none, or none that
 * makes sense: nothing of it is worth a word.
 */
export function readStateFile<State>(file: string, makesSense: (value: unknown) => value is State): State | null {
  try {
    const state: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return makesSense(state) ? state : null;
  } catch {
    return null;
  }
}

/** Writes beside the file and renames, so that a crash leaves the old one. Throws what the disk says. */
export function writeStateFile(file: string, state: unknown): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(state)}\n`);
  renameSync(draft, file);
}

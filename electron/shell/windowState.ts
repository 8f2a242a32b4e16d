import { readFileSync, renameSync, writeFileSync } from 'node:fs';

import type { Bounds } from './bounds.ts';

/** How the window stood when it was last closed. */
export interface WindowState {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

/** Reads the state back. Null when there is none, or none that makes sense: a lost window place is not worth a word. */
export function readWindowState(file: string): WindowState | null {
  try {
    const state: unknown = JSON.parse(readFileSync(file, 'utf8'));
    return isWindowState(state) ? state : null;
  } catch {
    return null;
  }
}

/** Writes the state beside the file and renames it, so that a crash leaves the old one. Throws what the disk says. */
export function writeWindowState(file: string, state: WindowState): void {
  const draft = `${file}.new`;
  writeFileSync(draft, `${JSON.stringify(state)}\n`);
  renameSync(draft, file);
}

function isWindowState(value: unknown): value is WindowState {
  return isRecord(value) && typeof value['maximized'] === 'boolean' && isBounds(value['bounds']);
}

function isBounds(value: unknown): value is Bounds {
  return isRecord(value) && ['x', 'y', 'width', 'height'].every((side) => Number.isInteger(value[side]));
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null;
}

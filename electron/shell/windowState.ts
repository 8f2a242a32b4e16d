import { isBounds } from './bounds.ts';
import type { Bounds } from './bounds.ts';
import { readStateFile, writeStateFile } from './stateFile.ts';

/** How the window stood when it was last closed. */
export interface WindowState {
  readonly bounds: Bounds;
  readonly maximized: boolean;
}

/** Null when there is none that makes sense. */
export function readWindowState(file: string): WindowState | null {
  return readStateFile(file, isWindowState);
}

/** Throws what the disk says. */
export function writeWindowState(file: string, state: WindowState): void {
  writeStateFile(file, state);
}

function isWindowState(value: unknown): value is WindowState {
  if (typeof value !== 'object' || value === null) return false;
  const { bounds, maximized } = value as Readonly<Record<string, unknown>>;
  return typeof maximized === 'boolean' && isBounds(bounds);
}

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

import { onTestFinished } from 'vitest';

/** A fresh folder for one test, gone when it is over. */
export function tempFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'ringside-test-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

import { shell } from 'electron';

import type { OpenResult } from '../core/ports.ts';

/** What Ringside ever opens outside itself; the core has checked the rest of the address. */
const schemes = new Set(['https:', 'http:', 'tel:', 'sip:', 'sips:', 'callto:', 'mailto:']);

/** Opens an address in the program the system has for it. */
export async function openExternally(url: string): Promise<OpenResult> {
  if (!URL.canParse(url) || !schemes.has(new URL(url).protocol)) {
    return { kind: 'declined', reason: { kind: 'address-not-opened' } };
  }
  try {
    await shell.openExternal(url);
    return { kind: 'opened' };
  } catch (error) {
    return { kind: 'declined', reason: { kind: 'no-program', detail: String(error) } };
  }
}

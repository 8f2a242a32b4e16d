import type { Bridge } from '../../shared/contract.ts';
import { createBrowserBridge } from './browserBridge.ts';
import { alwaysOpen, type Connection } from './connection.ts';

/** The bridge of whichever host shows this page. */
export function connect(): { readonly bridge: Bridge; readonly connection: Connection } {
  if (window.ringside) return { bridge: window.ringside, connection: alwaysOpen };
  return createBrowserBridge();
}

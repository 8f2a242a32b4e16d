import type { CardShell } from '../shared/cardMessage.ts';
import type { Bridge } from '../shared/contract.ts';

declare global {
  interface Window {
    /** Provided by the preload of the Electron host; absent in a browser. */
    readonly ringside?: Bridge;
    /** Provided to the page of the card window alone. */
    readonly ringsideCard?: CardShell;
  }
}

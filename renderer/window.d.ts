import type { CardShell } from '../shared/cardMessage.ts';
import type { Bridge } from '../shared/contract.ts';
import type { NoteShell } from '../shared/noteShell.ts';

declare global {
  interface ImportMeta {
    /** What Vite builds for: `development` by `npm run dev` alone. */
    readonly env: { readonly MODE: string };
  }

  interface Window {
    /** Provided by the preload of the Electron host; absent in a browser. */
    readonly ringside?: Bridge;
    /** Provided to the page of the card window alone. */
    readonly ringsideCard?: CardShell;
    /** Provided to the page of the note window alone. */
    readonly ringsideNote?: NoteShell;
  }
}

/** Something in Ringside that others have made. */
export interface Notice {
  readonly name: string;
  /** Null for what comes with Electron: Ringside itself knows which one runs. */
  readonly version: string | null;
  /** As SPDX names it. */
  readonly licence: string;
  readonly author: string | null;
  readonly homepage: string | null;
  /** The words of the licence, as its authors want them kept. */
  readonly text: string;
}

/** Where the window finds the list of all of them, beside its own page. A build makes it; sources have none. */
export const noticesFile = 'notices.json';

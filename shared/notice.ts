/** Something that Ringside is made of, and under which licence. */
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

export interface Notices {
  /** Ringside's own. */
  readonly own: Notice;
  /** By name. */
  readonly others: readonly Notice[];
}

/** Where the window finds all of them, beside its own page. A build makes it; sources have none. */
export const noticesFile = 'notices.json';

/** The note window's way to the shell, in the page's global scope; no other page has it. */
export interface NoteShell {
  /** The note is done: the window goes, and what its page still saves is saved while it is hidden. */
  close(): void;
}

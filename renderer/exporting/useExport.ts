import { useEffect, useRef, useState } from 'react';

import type { ExportOrder } from '../../shared/exporting.ts';
import { useAsk } from '../data/ask.ts';
import { saveFile } from '../files/saveFile.ts';

export interface SavedFile {
  readonly rows: number;
  readonly fileName: string;
}

export type Exporting =
  | { readonly kind: 'idle' }
  /** `share` of the file is there: 0 to 1. */
  | { readonly kind: 'running'; readonly rows: number; readonly share: number }
  | ({ readonly kind: 'done' } & SavedFile)
  | { readonly kind: 'failed'; readonly error: Error };

/** Has the core write a file, part by part, and saves it. Who leaves or cancels gives it up. */
export function useExport(onSaved: (saved: SavedFile) => void = () => undefined) {
  const ask = useAsk();
  const [state, setState] = useState<Exporting>({ kind: 'idle' });
  /** Of the file that is being written; aborted when it is given up. */
  const writing = useRef(new AbortController());
  useEffect(() => () => writing.current.abort(), []);

  async function write(order: ExportOrder, isGivenUp: () => boolean) {
    const { id, fileName, mediaType } = await ask('export.begin', order);
    // Kept outside of the page's own memory, however long the file gets.
    const parts: Blob[] = [];
    for (;;) {
      if (isGivenUp()) {
        await ask('export.end', id);
        return;
      }
      const part = await ask('export.next', id);
      parts.push(new Blob([part.text]));
      if (!isGivenUp()) setState({ kind: 'running', rows: part.rows, share: part.share });
      if (!part.isLast) continue;
      if (isGivenUp()) return;
      saveFile(fileName, mediaType, parts);
      setState({ kind: 'done', rows: part.rows, fileName });
      onSaved({ rows: part.rows, fileName });
      return;
    }
  }

  function run(order: ExportOrder) {
    const mine = new AbortController();
    writing.current = mine;
    setState({ kind: 'running', rows: 0, share: 0 });
    write(order, () => mine.signal.aborted).catch((error: unknown) => {
      if (!mine.signal.aborted)
        setState({ kind: 'failed', error: error instanceof Error ? error : new Error(String(error)) });
    });
  }
  function cancel() {
    writing.current.abort();
    setState({ kind: 'idle' });
  }
  return { state, run, cancel };
}

import { useMutation } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';

import type { ExportOrder } from '../../shared/exporting.ts';
import { useAsk } from '../data/ask.ts';
import { saveFile } from '../files/saveFile.ts';

interface Saved {
  readonly fileName: string;
  readonly rows: number;
}

/** Writes a file piece by piece and hands it to the user. Ends without one when it is cancelled, or its view goes. */
export function useExport(onSaved: (saved: Saved) => void) {
  const ask = useAsk();
  const [share, setShare] = useState(0);
  const isCancelled = useRef(false);
  useEffect(
    () => () => {
      isCancelled.current = true;
    },
    [],
  );

  const isOver = () => isCancelled.current;
  async function write(order: ExportOrder): Promise<Saved | null> {
    isCancelled.current = false;
    setShare(0);
    const { id, fileName, mediaType } = await ask('export.begin', order);
    const texts: string[] = [];
    for (;;) {
      if (isOver()) {
        await ask('export.end', id);
        return null;
      }
      const part = await ask('export.next', id);
      texts.push(part.text);
      setShare(part.share);
      if (!part.isLast) continue;
      saveFile(fileName, mediaType, texts);
      return { fileName, rows: part.rows };
    }
  }

  const { mutate, isPending, error } = useMutation({
    mutationFn: write,
    onSuccess: (saved) => {
      if (saved !== null) onSaved(saved);
    },
  });
  return {
    run: mutate,
    isPending,
    error,
    share,
    cancel: () => {
      isCancelled.current = true;
    },
  };
}

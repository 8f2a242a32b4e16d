import { useEffect } from 'react';

import type { CardShell } from '../../shared/cardMessage.ts';

/** Tells the shell how high `element` is, now and whenever that changes. */
export function useHeight(element: HTMLElement | null, shell: CardShell): void {
  useEffect(() => {
    if (element === null) return undefined;
    const observer = new ResizeObserver(() => {
      shell.tell({ kind: 'height', height: Math.ceil(element.getBoundingClientRect().height) });
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [element, shell]);
}

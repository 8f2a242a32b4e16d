import { useEffect } from 'react';

import type { CardShell } from '../../shared/cardMessage.ts';

/** Pixels that a hand may shake before a press counts as dragging. */
const shake = 4;

/**
 * Lets the user drag the window by any part of a card that does nothing else. Not by `app-region: drag`: the window
 * manager of X11, which would move the window then, does not know a window that never takes the focus.
 */
export function useDrag(shell: CardShell): void {
  useEffect(() => {
    /** Where the pointer took hold, in screen coordinates; null while no button is down. */
    let from: { x: number; y: number } | null = null;
    let moving = false;

    const press = (event: PointerEvent) => {
      if (event.button !== 0 || !(event.target instanceof Element)) return;
      if (event.target.closest('a, button, input, textarea, select') !== null) return;
      event.target.setPointerCapture(event.pointerId);
      from = { x: event.screenX, y: event.screenY };
    };
    const move = (event: PointerEvent) => {
      if (from === null) return;
      const [right, down] = [event.screenX - from.x, event.screenY - from.y];
      if (!moving && Math.hypot(right, down) < shake) return;
      moving = true;
      shell.tell({ kind: 'drag', right, down });
    };
    const release = (event: PointerEvent) => {
      move(event);
      if (moving) shell.tell({ kind: 'drop' });
      from = null;
      moving = false;
    };

    const listening = new AbortController();
    const { signal } = listening;
    document.addEventListener('pointerdown', press, { signal });
    document.addEventListener('pointermove', move, { signal });
    document.addEventListener('pointerup', release, { signal });
    document.addEventListener('pointercancel', release, { signal });
    return () => listening.abort();
  }, [shell]);
}

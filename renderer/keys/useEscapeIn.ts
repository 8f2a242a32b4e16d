import { useEffect, useEffectEvent, type RefObject } from 'react';

import { plainKey } from './plainKey.ts';

/** Calls back for Esc while the keyboard is in an element, but not in a field there, which Esc leaves first. */
export function useEscapeIn(element: RefObject<HTMLElement | null>, act: () => void): void {
  const onEscape = useEffectEvent((event: KeyboardEvent) => {
    if (plainKey(event) !== 'escape') return;
    event.preventDefault();
    act();
  });
  useEffect(() => {
    const { current } = element;
    const listener = (event: KeyboardEvent) => onEscape(event);
    current?.addEventListener('keydown', listener);
    return () => current?.removeEventListener('keydown', listener);
  }, [element]);
}

import { useEffect, useEffectEvent } from 'react';

import { useReading } from '../data/queries.ts';
import { useChange } from '../settings/useChange.ts';

/** Whether names and numbers are hidden at present, and the way to change that. */
export function useMask() {
  const { data: view } = useReading('settings.get', undefined);
  const { mutate, error, pending } = useChange();
  return {
    isOn: pending.masked ?? view?.settings.masked ?? false,
    hold: view?.held.masked,
    turn: (masked: boolean) => mutate({ masked }),
    error,
  };
}

/** Ctrl+Shift+H or ⌘⇧H: hides names and numbers at once, wherever the keyboard is, and shows them again. */
export function useMaskKey(): void {
  const { isOn, hold, turn } = useMask();

  const toggle = useEffectEvent((event: KeyboardEvent) => {
    const isShortcut = event.shiftKey && (event.ctrlKey || event.metaKey) && event.key.toLowerCase() === 'h';
    if (!isShortcut || event.repeat) return;
    event.preventDefault();
    if (hold === undefined) turn(!isOn);
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => toggle(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);
}

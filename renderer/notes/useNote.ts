import { useMutation } from '@tanstack/react-query';
import { useEffect, useEffectEvent, useRef, useState } from 'react';

import { useAsk } from '../data/ask.ts';

/** How long after the last key a note is saved. */
const pauseMs = 600;

/**
 * A note about a call while somebody writes it: saved in every pause, when the field is left and when it goes. What is
 * being written is never replaced by what was read meanwhile.
 */
export function useNote(callRef: string, note: string | null) {
  const ask = useAsk();
  const read = note ?? '';
  const [draft, setDraft] = useState<string | null>(null);
  const [saved, setSaved] = useState(read);
  const [lastRead, setLastRead] = useState(read);
  /** What was typed and is not on its way yet. */
  const unsent = useRef<string | null>(null);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);

  const { mutate, error } = useMutation({
    mutationFn: (text: string) => ask('notes.set', { ref: callRef, note: text }),
    // One after the other: the last one has to win.
    scope: { id: `note ${callRef}` },
    onSuccess: (_answer, text) => setSaved(text),
    // The next pause, or leaving the field, tries again.
    onError: (_error, text) => (unsent.current ??= text),
  });

  const isSaved = draft === null || draft.trim() === saved;
  if (read !== lastRead) {
    setLastRead(read);
    // Written elsewhere, while nothing here waits to be saved. The same words with a blank at the end stay as they are.
    if (isSaved && draft?.trim() !== read) {
      setDraft(null);
      setSaved(read);
    }
  }

  function save() {
    clearTimeout(timer.current);
    if (unsent.current === null) return;
    const text = unsent.current.trim();
    unsent.current = null;
    mutate(text);
  }

  function write(text: string) {
    setDraft(text);
    unsent.current = text;
    clearTimeout(timer.current);
    timer.current = setTimeout(save, pauseMs);
  }

  const saveLast = useEffectEvent(save);
  useEffect(() => () => saveLast(), []);

  return { text: draft ?? read, write, save, error, isSaved: draft !== null && isSaved };
}

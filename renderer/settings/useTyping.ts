import { useState, type KeyboardEvent } from 'react';

import type { Settings } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { useSettingChange } from './useSettingChange.ts';

interface Typing {
  /** The value in force, as text. */
  readonly value: string;
  /** What to ask the core for, or in words why the text cannot be meant. */
  readonly patchOf: (text: string) => Partial<Settings> | string;
}

/** A setting while it is typed. It takes effect on Enter or when the field is left; a refusal keeps the text to correct. */
export function useTyping({ value, patchOf }: Typing) {
  /** What is being typed, or null while the field shows the value in force. */
  const [draft, setDraft] = useState<string | null>(null);
  const [mistake, setMistake] = useState<string | null>(null);
  const { mutate, error, reset } = useSettingChange();
  const failureText = useFailureText();

  function forget() {
    setDraft(null);
    setMistake(null);
    reset();
  }

  function commit() {
    if (draft === null || draft.trim() === value) {
      forget();
      return;
    }
    const patch = patchOf(draft);
    setMistake(typeof patch === 'string' ? patch : null);
    if (typeof patch !== 'string') mutate(patch, { onSuccess: () => setDraft(null) });
  }

  function onKeyDown(event: KeyboardEvent) {
    if (event.key === 'Enter') commit();
    if (event.key === 'Escape') forget();
  }

  return { text: draft ?? value, type: setDraft, commit, onKeyDown, refusal: mistake ?? (error && failureText(error)) };
}

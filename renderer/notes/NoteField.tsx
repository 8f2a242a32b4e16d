import { useRef, type KeyboardEvent, type RefObject } from 'react';
import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useMask } from '../frame/useMask.ts';
import { useNote } from './useNote.ts';

interface NoteFieldProps {
  readonly callRef: string;
  readonly note: string | null;
  /** One line that grows: Enter saves, and only Shift+Enter begins another line. */
  readonly isOneLine?: boolean;
  /** Called once, when somebody begins to write. */
  readonly onFirstKey?: () => void;
  /** Called when the writing is done: by Esc, or by Ctrl+Enter. */
  readonly onDone?: () => void;
  readonly field?: RefObject<HTMLTextAreaElement | null>;
}

/**
 * What there is to note about a call. Saves itself; never takes the keyboard. While names are hidden so are notes, and
 * nothing is written over what cannot be seen.
 */
export function NoteField({ callRef, note, isOneLine = false, onFirstKey, onDone, field }: NoteFieldProps) {
  const { isOn: isHidden } = useMask();
  const t = useTranslations('note');
  const failureText = useFailureText();
  const { text, write, save, error, isSaved } = useNote(callRef, note);
  const hasBegun = useRef(false);

  function change(words: string) {
    if (!hasBegun.current) onFirstKey?.();
    hasBegun.current = true;
    write(words);
  }

  function onKeyDown(event: KeyboardEvent<HTMLTextAreaElement>) {
    // That Enter ends the word of an input method.
    if (event.nativeEvent.isComposing) return;
    const isDone = event.key === 'Escape' || (event.key === 'Enter' && (event.ctrlKey || event.metaKey));
    if (isDone && onDone) {
      save();
      onDone();
    } else if (event.key === 'Enter' && isOneLine && !event.shiftKey) save();
    else if (event.key === 'Escape') event.currentTarget.blur();
    else return;
    event.preventDefault();
  }

  return (
    <div className="note">
      <textarea
        ref={field}
        dir="auto"
        rows={isOneLine ? 1 : 2}
        aria-label={t('label')}
        placeholder={t(isHidden ? 'hidden' : 'placeholder')}
        readOnly={isHidden}
        value={isHidden ? '' : text}
        onChange={(event) => change(event.target.value)}
        onBlur={save}
        onKeyDown={onKeyDown}
      />
      {isSaved && (
        <span className="note-saved" title={t('saved')}>
          <Icon name="check" />
        </span>
      )}
      {error && (
        <p className="field-refusal" role="alert">
          {failureText(error)}
        </p>
      )}
    </div>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useId, useRef, useState, type KeyboardEvent, type RefObject } from 'react';
import { useTranslations } from 'use-intl';

import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useAsk } from '../data/ask.ts';
import { useReading } from '../data/queries.ts';
import { useUndoToast } from '../toast/useUndoToast.ts';

/** What the core takes at most. */
const longest = 50;

/** A tag of one or several calls. */
export interface SharedTag {
  readonly tag: string;
  /** On how many of them it is. */
  readonly calls: number;
}

export interface TagChange {
  readonly add: readonly string[];
  readonly remove: readonly string[];
}

interface TagEditorProps {
  readonly refs: readonly string[];
  readonly tags: readonly SharedTag[];
  readonly onChanged?: (change: TagChange) => void;
  /** The last change is taken back; these were the tags before it. */
  readonly onUndone?: (before: readonly SharedTag[]) => void;
  /** Esc in the empty field; without it that is left to what the field stands in. */
  readonly onLeave?: () => void;
  readonly field?: RefObject<HTMLInputElement | null>;
}

/** The tags of calls, and a field that adds one: Enter or a comma ends it, and those in use are suggested. */
export function TagEditor({ refs, tags, onChanged, onUndone, onLeave, field }: TagEditorProps) {
  const t = useTranslations('tags');
  const id = useId();
  const ask = useAsk();
  const tell = useUndoToast();
  const failureText = useFailureText();
  const own = useRef<HTMLInputElement>(null);
  const input = field ?? own;
  const [text, setText] = useState('');
  const { data: known = [] } = useReading('tags.list', undefined);
  const { mutate, error } = useMutation({
    mutationFn: (change: TagChange) => ask('tags.change', { refs, ...change }),
    scope: { id: 'tags' },
    onMutate: () => tags,
    onSuccess: ({ undo }, change, before) => {
      tell(t('changed', { count: refs.length }), undo, () => onUndone?.(before));
      onChanged?.(change);
    },
  });
  const onAll = new Set(tags.filter(({ calls }) => calls === refs.length).map(({ tag }) => tag));

  function add(words: string) {
    const added = words
      .split(',')
      .map((word) => word.trim())
      .filter((word) => word !== '' && !onAll.has(word));
    setText('');
    if (added.length > 0) mutate({ add: added, remove: [] });
  }

  function onKeyDown(event: KeyboardEvent<HTMLInputElement>) {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter') add(text);
    else if (event.key === 'Escape' && text !== '') setText('');
    else if (event.key === 'Escape' && onLeave) onLeave();
    else return;
    event.preventDefault();
  }

  return (
    <div className="tag-editor">
      <ul aria-label={t('list')}>
        {tags.map(({ tag, calls }) => (
          <li key={tag} className="tag" data-some={calls < refs.length}>
            <bdi dir="auto">{tag}</bdi>
            {calls < refs.length && <span className="tag-share">{t('share', { calls, of: refs.length })}</span>}
            <button
              type="button"
              aria-label={t('remove', { tag })}
              title={t('remove', { tag })}
              onClick={() => {
                mutate({ add: [], remove: [tag] });
                // The button goes, and with it the place of the keyboard.
                input.current?.focus();
              }}
            >
              <Icon name="cross" />
            </button>
          </li>
        ))}
      </ul>
      <input
        type="text"
        ref={input}
        dir="auto"
        list={id}
        aria-label={t('add')}
        placeholder={t('add')}
        autoComplete="off"
        maxLength={longest}
        value={text}
        onChange={(event) => (event.target.value.includes(',') ? add(event.target.value) : setText(event.target.value))}
        onKeyDown={onKeyDown}
        onBlur={() => add(text)}
      />
      <datalist id={id}>{known.map(({ tag }) => !onAll.has(tag) && <option key={tag}>{tag}</option>)}</datalist>
      {error && (
        <p className="field-refusal" role="alert">
          {failureText(error)}
        </p>
      )}
    </div>
  );
}

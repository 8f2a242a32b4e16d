import { useEffect, useEffectEvent, useRef, useState, type FocusEvent } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from './Icon.tsx';

/** How long a toast stays when nobody looks at it. */
export const toastMs = 10_000;

export interface ToastContent {
  /** Tells one toast from the next: with another one the time begins anew. */
  readonly id: string;
  readonly message: string;
  /** Whether a hand on it, or the keyboard in it, makes its time longer. */
  readonly isLasting: boolean;
  /** Takes back what the message tells of. */
  readonly undo?: () => void;
}

interface ToastProps {
  /** Null for none. The place of the words stays, for a screen reader reads only what changes in a place it knows. */
  readonly content: ToastContent | null;
  readonly onGone: () => void;
}

/** Says in a low voice what was done, and offers to take it back. Goes by itself; what lasts not under a hand or the keyboard. */
export function Toast({ content, onGone }: ToastProps) {
  const t = useTranslations('toast');
  const [isHovered, setHovered] = useState(false);
  const [isFocused, setFocused] = useState(false);
  const before = useRef<EventTarget>(null);
  const id = content?.id ?? null;
  // What leaves from under the hand or the keyboard says so to nobody.
  if (id === null && isHovered) setHovered(false);
  if (id === null && isFocused) setFocused(false);
  const isHeld = content?.isLasting === true && (isHovered || isFocused);
  const onTimeUp = useEffectEvent(() => (isFocused ? leave(onGone) : onGone()));

  useEffect(() => {
    if (id === null || isHeld) return undefined;
    const timer = setTimeout(() => onTimeUp(), toastMs);
    return () => clearTimeout(timer);
  }, [id, isHeld]);

  function onFocus({ currentTarget, relatedTarget }: FocusEvent) {
    setFocused(true);
    if (!currentTarget.contains(relatedTarget)) before.current = relatedTarget;
  }
  /** The button that was pressed goes: the keyboard is back where it came from. */
  function leave(deed: () => void) {
    if (before.current instanceof HTMLElement) before.current.focus();
    deed();
  }

  const undo = content?.undo;
  return (
    <div
      className="toast"
      data-shown={content !== null}
      role="presentation"
      onPointerEnter={() => setHovered(true)}
      onPointerLeave={() => setHovered(false)}
      onFocus={onFocus}
      onBlur={() => setFocused(false)}
    >
      <output className="toast-words">{content?.message}</output>
      {undo && (
        <button type="button" className="button" data-undo onClick={() => leave(undo)}>
          <Icon name="undo" />
          {t('undo')}
        </button>
      )}
      {content && (
        <button
          type="button"
          className="button bare"
          aria-label={t('dismiss')}
          title={t('dismiss')}
          onClick={() => leave(onGone)}
        >
          <Icon name="cross" />
        </button>
      )}
    </div>
  );
}

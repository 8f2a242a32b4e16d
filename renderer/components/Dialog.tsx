import { useEffect, useId, useRef, type KeyboardEvent, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from './Icon.tsx';

interface DialogProps {
  readonly title: string;
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Stands before everything until it is closed, by Esc too; the keyboard then is where it was. */
export function Dialog({ title, onClose, children }: DialogProps) {
  const t = useTranslations('dialog');
  const id = useId();
  const dialog = useRef<HTMLDialogElement>(null);

  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    element?.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus({ preventScroll: true });
    };
  }, []);

  /** What is typed here means nothing to the view behind. A field with suggestions keeps Esc from the dialog itself. */
  function onKeyDown(event: KeyboardEvent) {
    if (!event.ctrlKey && !event.metaKey) event.stopPropagation();
    if (event.key !== 'Escape' || event.defaultPrevented || event.nativeEvent.isComposing) return;
    event.preventDefault();
    onClose();
  }

  return (
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions -- it only keeps keys from going further
    <dialog
      ref={dialog}
      className="dialog"
      aria-labelledby={id}
      onKeyDown={onKeyDown}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
    >
      <header className="dialog-head">
        <h2 id={id}>{title}</h2>
        <button type="button" className="button bare" aria-label={t('close')} title={t('close')} onClick={onClose}>
          <Icon name="cross" />
        </button>
      </header>
      {children}
    </dialog>
  );
}

import { useEffect, useEffectEvent, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';

interface PanelProps {
  readonly label: string;
  /** Back to the list alone; Escape does it too, unless something in the panel has a use for the key. */
  readonly onClose: () => void;
  readonly children: ReactNode;
}

/** Beside the list, or over it where there is no room. Takes the keyboard when it comes up. */
export function Panel({ label, onClose, children }: PanelProps) {
  const t = useTranslations('contact');
  const panel = useRef<HTMLElement>(null);

  useEffect(() => {
    // Unless something in it has been quicker.
    if (panel.current?.contains(document.activeElement) === false) panel.current.focus({ preventScroll: true });
  }, []);
  const closeOnEscape = useEffectEvent((event: KeyboardEvent) => {
    if (event.key === 'Escape' && !event.defaultPrevented) onClose();
  });
  useEffect(() => {
    const listening = new AbortController();
    window.addEventListener('keydown', (event) => closeOnEscape(event), { signal: listening.signal });
    return () => listening.abort();
  }, []);

  return (
    <section className="panel" aria-label={label} ref={panel} tabIndex={-1}>
      <button type="button" className="back" onClick={onClose}>
        <Icon name="back" />
        {t('back')}
      </button>
      {children}
    </section>
  );
}

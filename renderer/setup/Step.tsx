import { useEffect, useId, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { useFormats } from '../format/useFormats.ts';

interface StepProps {
  readonly number: number;
  readonly title: string;
  readonly isDone: boolean;
  readonly isOptional: boolean;
  readonly isOpen: boolean;
  readonly onOpen: (isOpen: boolean) => void;
  /** Null on the last one. */
  readonly onContinue: (() => void) | null;
  readonly continueWord: string;
  /** There is something else to do first. */
  readonly isUnready: boolean;
  readonly children: ReactNode;
}

/** A step of the set-up: its name opens it, its last button goes on to the next one. */
export function Step(props: StepProps) {
  const { number, title, isDone, isOptional, isOpen, onOpen, onContinue, continueWord, isUnready, children } = props;
  const t = useTranslations('setup');
  const formats = useFormats();
  const id = useId();
  const body = useRef<HTMLElement>(null);
  const wasOpen = useRef<boolean>(null);

  // Whoever goes on by keyboard is right before the first thing of the step that opens, and so is whoever has not begun.
  useEffect(() => {
    const isNew = isOpen && (wasOpen.current === false || document.activeElement === document.body);
    wasOpen.current = isOpen;
    if (!isNew) return;
    body.current?.focus({ preventScroll: true });
    body.current?.scrollIntoView({ block: 'nearest' });
  }, [isOpen]);

  return (
    <li className="step" data-done={isDone} data-open={isOpen}>
      <span className="step-mark">
        {isDone ? <Icon name="check" /> : <span aria-hidden="true">{formats.number(number)}</span>}
      </span>
      <div className="step-body">
        <h2>
          <button type="button" aria-expanded={isOpen} aria-controls={id} onClick={() => onOpen(!isOpen)}>
            <span id={`${id}-title`}>{title}</span>
            {isOptional && !isDone && <span className="badge">{t('optional')}</span>}
            {isDone && <span className="unseen"> ({t('done')})</span>}
          </button>
        </h2>
        <section
          id={id}
          className="step-content"
          ref={body}
          aria-labelledby={`${id}-title`}
          tabIndex={-1}
          hidden={!isOpen}
        >
          {isOpen && children}
          {isOpen && onContinue !== null && (
            <p>
              <button type="button" className={isUnready ? 'button' : 'button primary'} onClick={onContinue}>
                {continueWord}
              </button>
            </p>
          )}
        </section>
      </div>
    </li>
  );
}

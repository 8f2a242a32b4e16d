import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from './Icon.tsx';

/** How long the button says that it has copied. */
const answerMs = 2000;

interface CopyButtonProps {
  readonly text: string;
  readonly label: 'number' | 'address' | 'command' | 'body' | 'text';
  /** Its icon alone, where room is scarce. */
  readonly isSquare?: boolean;
}

export function CopyButton({ text, label, isSquare = false }: CopyButtonProps) {
  const t = useTranslations('copy');
  const [answer, setAnswer] = useState<'done' | 'failed' | null>(null);

  useEffect(() => {
    if (answer === null) return undefined;
    const timer = setTimeout(() => setAnswer(null), answerMs);
    return () => clearTimeout(timer);
  }, [answer]);

  function copy() {
    navigator.clipboard.writeText(text).then(
      () => setAnswer('done'),
      () => setAnswer('failed'),
    );
  }

  return (
    <button
      type="button"
      className={isSquare ? 'button square' : 'button'}
      title={isSquare ? t(answer ?? label) : undefined}
      onClick={copy}
    >
      <Icon name={answer === 'done' ? 'check' : 'copy'} />
      <span className={isSquare ? 'unseen' : undefined} aria-live="polite">
        {t(answer ?? label)}
      </span>
    </button>
  );
}

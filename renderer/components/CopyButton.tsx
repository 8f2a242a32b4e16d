import { useEffect, useState } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from './Icon.tsx';

/** How long the button says that it has copied. */
const answerMs = 2000;

interface CopyButtonProps {
  readonly text: string;
  readonly label: 'number' | 'address' | 'command' | 'body';
}

export function CopyButton({ text, label }: CopyButtonProps) {
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
    <button type="button" className="button" onClick={copy}>
      <Icon name={answer === 'done' ? 'check' : 'copy'} />
      <span aria-live="polite">{t(answer ?? label)}</span>
    </button>
  );
}

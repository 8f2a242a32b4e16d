import { useEffect } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import { useAsk } from '../data/ask.ts';
import { DismissButton } from './DismissButton.tsx';

interface TestCardProps {
  /** Of the self-test that it belongs to. */
  readonly id: string;
  /** By which it is dismissed. */
  readonly callRef: string;
}

/** The card of a self-test: it says what it is, and tells the core once it stands on the screen. */
export function TestCard({ id, callRef }: TestCardProps) {
  const t = useTranslations('pop.test');
  const ask = useAsk();
  useEffect(() => {
    // The first frame is the one that paints it; by the second it can be seen.
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => void ask('selfTest.seen', id).catch(() => undefined));
    });
    return () => cancelAnimationFrame(frame);
  }, [ask, id]);
  return (
    <article className="pop" aria-label={t('title')}>
      <div className="pop-top">
        <span className="pop-mark">
          <Icon name="calls" />
        </span>
        <span className="badge">{t('mark')}</span>
        <DismissButton callRef={callRef} />
      </div>
      <p className="pop-party loud">{t('title')}</p>
      <p className="pop-facts">
        <span>{t('about')}</span>
      </p>
    </article>
  );
}

import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import type { SelfTest as Test } from '../../shared/reach.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useAsk } from '../data/ask.ts';
import { useReading } from '../data/queries.ts';
import { HopLine } from './HopLine.tsx';
import { NextStep } from './NextStep.tsx';

/** One button, and the hops of the ring light up one by one; the first broken one is named with the next step. */
export function SelfTest({ onShowWay }: { readonly onShowWay: () => void }) {
  const t = useTranslations('reach.test');
  const ask = useAsk();
  const failureText = useFailureText();
  const { data: test } = useReading('selfTest.get', undefined);
  const start = useMutation({ mutationFn: () => ask('selfTest.start', undefined) });
  const isRunning = start.isPending || (test !== null && test?.isOver === false);
  const broken = test?.hops.find((hop) => hop.state === 'failed');
  return (
    <section className="reach-part self-test" aria-label={t('title')} aria-busy={isRunning}>
      <header>
        <div>
          <h2>{t('title')}</h2>
          <p>{t('hint')}</p>
        </div>
        {/* Not disabled while it runs: it would let go of the keyboard. */}
        <button
          type="button"
          className="button"
          aria-disabled={isRunning}
          onClick={() => {
            if (!isRunning) start.mutate();
          }}
        >
          <Icon name="sound" />
          {isRunning ? t('running') : test ? t('again') : t('start')}
        </button>
      </header>
      {start.error && (
        <p className="field-refusal" role="alert">
          {failureText(start.error)}
        </p>
      )}
      {test && (
        <ol className="hops">
          {test.hops.map((hop) => (
            <HopLine key={hop.hop} result={hop} />
          ))}
        </ol>
      )}
      <div aria-live="polite">
        {test?.isOver === true && !broken && <Verdict test={test} />}
        {broken && <NextStep result={broken} onShowWay={onShowWay} />}
      </div>
    </section>
  );
}

function Verdict({ test }: { readonly test: Test }) {
  const t = useTranslations('reach.test');
  // Other hops are left out where there is nothing to try: a browser alone knows what became of its notifications.
  const isWhole = test.hops.every(({ hop, state }) => state === 'passed' || (hop !== 'public-url' && hop !== 'tunnel'));
  return (
    <p className="verdict" data-tone={isWhole ? 'good' : 'quiet'}>
      {isWhole ? t('passed') : t('partly')}
    </p>
  );
}

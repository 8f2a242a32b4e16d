import { useTranslations } from 'use-intl';

import type { PolicyView } from '../../shared/policy.ts';
import type { SettingsView } from '../../shared/settings.ts';
import { usePolicyFaultWords } from '../components/usePolicyFaultWords.ts';
import { Findable } from './Findable.tsx';
import { Section } from './Section.tsx';

/** On a machine that has a policy: where it lies, how much it locks, and what is wrong with it. */
export function PolicyNote({ view: { policy, held } }: { readonly view: SettingsView }) {
  return policy === null ? null : (
    <Note policy={policy} locked={Object.values(held).filter((hold) => hold === 'policy').length} />
  );
}

function Note({ policy: { path, faults }, locked }: { readonly policy: PolicyView; readonly locked: number }) {
  const t = useTranslations('settings.policy');
  const wordsOf = usePolicyFaultWords();
  return (
    <Section title={t('title')}>
      <Findable words={[path]}>
        <div className="policy">
          <p>
            {t('hint', { count: locked })}{' '}
            <bdi className="code" dir="ltr">
              {path}
            </bdi>
          </p>
          {faults.length > 0 && (
            <>
              <h3>{t('faults')}</h3>
              <ul>
                {faults.map((fault) => (
                  <li key={JSON.stringify(fault)}>{wordsOf(fault)}</li>
                ))}
              </ul>
            </>
          )}
        </div>
      </Findable>
    </Section>
  );
}

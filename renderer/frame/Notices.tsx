import { useMutation } from '@tanstack/react-query';
import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import { isUnused, type PolicyFault } from '../../shared/policy.ts';
import type { Notice } from '../../shared/status.ts';
import { Banner } from '../components/Banner.tsx';
import { usePolicyFaultWords } from '../components/usePolicyFaultWords.ts';
import { useAsk } from '../data/ask.ts';
import { useFormats } from '../format/useFormats.ts';

/** What happened to the user's data. One button takes them all away, as the core does. */
export function Notices({ notices }: { readonly notices: readonly Notice[] }) {
  const t = useTranslations('problems');
  const ask = useAsk();
  const dismiss = useMutation({ mutationFn: () => ask('notices.dismiss', undefined) });
  const wordsOf = useNoticeWords();
  return notices.map((notice, index) => {
    const { title, hint, path } = wordsOf(notice);
    return (
      <Banner
        key={`${notice.kind} ${notice.atUs}`}
        weight="calm"
        title={title}
        action={
          index === 0 && (
            <button type="button" className="button" onClick={() => dismiss.mutate()}>
              {t('dismiss')}
            </button>
          )
        }
      >
        {hint}{' '}
        {path !== null && (
          <bdi className="code" dir="ltr">
            {path}
          </bdi>
        )}
      </Banner>
    );
  });
}

function useNoticeWords() {
  const t = useTranslations('problems');
  const { moment } = useFormats();
  const faultWordsOf = usePolicyFaultWords();
  function wordsOfPolicy(faults: readonly PolicyFault[]) {
    const [first, ...others] = faults;
    const what = first === undefined ? '' : faultWordsOf(first);
    return isUnused(faults)
      ? { title: t('policyUnused'), hint: t('policyUnusedHint', { what }) }
      : { title: t('policyFaulty'), hint: t('policyFaultyHint', { what, others: others.length }) };
  }
  return (notice: Notice): { title: string; hint: string; path: string | null } => {
    switch (notice.kind) {
      case 'database-moved-aside':
        return { title: t('databaseMoved'), hint: t('databaseMovedHint', { saved: notice.saved }), path: notice.path };
      case 'settings-moved-aside':
        return { title: t('settingsMoved'), hint: t('settingsMovedHint'), path: notice.path };
      case 'policy-faulty':
        return { ...wordsOfPolicy(notice.faults), path: notice.path };
      case 'token-replaced':
        return { title: t('tokenReplaced'), hint: t('tokenReplacedHint'), path: notice.path };
      case 'import-taken-back':
        return {
          title: t('importTakenBack'),
          hint: t('importTakenBackHint', { contacts: notice.contacts }),
          path: null,
        };
      case 'core-restarted':
        return {
          title: t('coreRestarted'),
          hint: t('coreRestartedHint', { time: moment(notice.atUs) }),
          path: null,
        };
      default:
        return assertNever(notice);
    }
  };
}

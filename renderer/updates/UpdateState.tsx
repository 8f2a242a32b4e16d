import { useId } from 'react';
import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { Updates } from '../../shared/updates.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useWhen } from '../format/useWhen.ts';
import type { UpdateDeeds } from './useUpdates.ts';

interface UpdateStateProps {
  readonly updates: Updates;
  readonly deeds: UpdateDeeds;
}

/** How it stands with newer versions, in words, and what can be done about it. */
export function UpdateState({ updates, deeds }: UpdateStateProps) {
  const id = useId();
  const failureText = useFailureText();
  return (
    <>
      <div className="field update" data-state={updates.kind}>
        <output id={id} className="field-words">
          <Words updates={updates} />
        </output>
        <div className="field-control">
          <Deed updates={updates} deeds={deeds} describedBy={id} />
          {deeds.error && (
            <p className="field-refusal" role="alert">
              {failureText(deeds.error)}
            </p>
          )}
        </div>
      </div>
      {updates.kind === 'ready' && updates.notes !== '' && <Notes version={updates.version} notes={updates.notes} />}
    </>
  );
}

function Words({ updates }: Pick<UpdateStateProps, 'updates'>) {
  const t = useTranslations('updates');
  const when = useWhen();
  switch (updates.kind) {
    case 'off':
      return <h3>{t(`off.${updates.reason}`)}</h3>;
    case 'newest':
      if (updates.checkedAtUs === null) return <h3>{t('notLooked')}</h3>;
      return (
        <>
          <h3>{t('newest')}</h3>
          <p>{t('looked', { when: when(updates.checkedAtUs) })}</p>
        </>
      );
    case 'checking':
      return <h3>{t('checking')}</h3>;
    case 'downloading':
      return <h3>{t('downloading', { version: updates.version })}</h3>;
    case 'ready':
      return (
        <>
          <h3>{t('ready', { version: updates.version })}</h3>
          <p>{updates.waitsForCall ? t('waits') : t('readyHint')}</p>
        </>
      );
    case 'failed':
      return (
        <>
          <h3>{t(`trouble.${updates.trouble}`)}</h3>
          <p>
            {t('failed', { when: when(updates.atUs) })}{' '}
            {updates.detail !== '' && (
              <bdi className="code" dir="ltr">
                {updates.detail}
              </bdi>
            )}
          </p>
        </>
      );
    default:
      return assertNever(updates);
  }
}

interface DeedProps extends UpdateStateProps {
  readonly describedBy: string;
}

function Deed({ updates, deeds, describedBy }: DeedProps) {
  const t = useTranslations('updates');
  switch (updates.kind) {
    case 'off':
      return null;
    case 'downloading':
      return (
        <div className="update-progress">
          <progress value={updates.percent} max={100} aria-labelledby={describedBy} />
          <span>{t('share', { percent: updates.percent / 100 })}</span>
        </div>
      );
    case 'ready': {
      const isHeld = updates.waitsForCall || deeds.isRestarting;
      return (
        <button
          type="button"
          className={isHeld ? 'button' : 'button primary'}
          aria-describedby={describedBy}
          disabled={isHeld}
          onClick={deeds.install}
        >
          {deeds.isRestarting ? t('restarting') : t('restart')}
        </button>
      );
    }
    case 'newest':
    case 'checking':
    case 'failed':
      return (
        <button type="button" className="button" disabled={updates.kind === 'checking'} onClick={deeds.check}>
          {t('check')}
        </button>
      );
    default:
      return assertNever(updates);
  }
}

/** As text: whatever stands in them is shown and nothing more. */
function Notes({ version, notes }: { readonly version: string; readonly notes: string }) {
  const t = useTranslations('updates');
  const title = t('notes', { version });
  return (
    <details className="update-notes">
      <summary>
        <Icon name="chevron" />
        {title}
      </summary>
      {/* Long ones scroll, also by the keyboard. */}
      {/* oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex */}
      <section dir="auto" aria-label={title} tabIndex={0}>
        {notes}
      </section>
    </details>
  );
}

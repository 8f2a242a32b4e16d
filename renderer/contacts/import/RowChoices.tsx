import { useId } from 'react';
import { useTranslations } from 'use-intl';

import type { ImportDeed, ImportPlan } from '../../../shared/contactImport.ts';

const kinds = ['all', 'add', 'merge', 'skip', 'bad'] as const;
/** Which rows the table shows. */
export type Shown = (typeof kinds)[number];

const deeds = ['add', 'merge', 'skip'] as const satisfies readonly ImportDeed[];

interface RowChoicesProps {
  readonly counts: ImportPlan['counts'];
  readonly shown: Shown;
  readonly onShow: (shown: Shown) => void;
  readonly onChooseAll: (deed: ImportDeed) => void;
}

/** How many rows come to what, which of them are shown, and one choice for all. */
export function RowChoices({ counts, shown, onShow, onChooseAll }: RowChoicesProps) {
  const t = useTranslations('contactImport');
  const name = useId();
  const countOf = (kind: Shown) => (kind === 'all' ? totalOf(counts) : counts[kind]);
  return (
    <div className="import-choices">
      <div className="choices" role="radiogroup" aria-label={t('shown')}>
        {kinds.map((kind) => (
          <label key={kind}>
            <input type="radio" name={name} checked={kind === shown} onChange={() => onShow(kind)} />
            <span data-kind={kind}>{t(`kinds.${kind}`, { count: countOf(kind) })}</span>
          </label>
        ))}
      </div>
      <span className="import-all">
        {t('forAll')}
        {deeds.map((deed) => (
          <button key={deed} type="button" className="button" onClick={() => onChooseAll(deed)}>
            {t(`deed.${deed}`)}
          </button>
        ))}
      </span>
    </div>
  );
}

export function totalOf({ add, merge, skip, bad }: ImportPlan['counts']): number {
  return add + merge + skip + bad;
}

/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import { useTranslations } from 'use-intl';
import { VList } from 'virtua';

import type { ImportDeed, ImportPlan } from '../../../shared/contactImport.ts';
import { ImportLine } from './ImportLine.tsx';
import type { Shown } from './RowChoices.tsx';
import { useMatchingRows } from './useMatchingRows.ts';

/** Every line has this height in CSS pixels (`--line-size` in the style sheet). */
const lineHeight = 40;

const columns = ['line', 'name', 'numbers', 'deed', 'why'] as const;

interface ImportRowsProps {
  readonly plan: ImportPlan;
  readonly shown: Shown;
  readonly onChoose: (row: number, deed: ImportDeed) => void;
}

/** The rows of the file, and what becomes of each. Only those near the screen are in the page. */
export function ImportRows({ plan, shown, onChoose }: ImportRowsProps) {
  const t = useTranslations('contactImport');
  const indexes = useMatchingRows(plan, shown);
  if (shown !== 'all' && plan.counts[shown] === 0 && indexes.length === 0) {
    return <p className="import-none">{t('none')}</p>;
  }
  return (
    <div role="table" aria-label={t('rows')} aria-rowcount={indexes.length + 1} className="grid import-grid">
      <div role="rowgroup">
        <div role="row" className="line line-head" aria-rowindex={1}>
          {columns.map((column) => (
            <div key={column} role="columnheader" className={`cell import-${column}`}>
              {t(`column.${column}`)}
            </div>
          ))}
        </div>
      </div>
      <VList key={shown} role="rowgroup" className="grid-body" tabIndex={0} data={indexes} itemSize={lineHeight}>
        {(index, position) => (
          <ImportLine key={index} id={plan.id} index={index} rowIndex={position + 2} onChoose={onChoose} />
        )}
      </VList>
    </div>
  );
}

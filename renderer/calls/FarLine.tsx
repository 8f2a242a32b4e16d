/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import { useTranslations } from 'use-intl';

import { columns } from './columns.ts';

/** Holds the place of a call that is being read again. */
export function FarLine({ rowIndex }: { readonly rowIndex: number }) {
  const t = useTranslations('calls');
  return (
    <div role="row" className="line line-far" aria-rowindex={rowIndex}>
      <div role="gridcell" aria-colspan={columns.length}>
        <span className="unseen">{t('reading')}</span>
      </div>
    </div>
  );
}

import { useTranslations } from 'use-intl';

import { assertNever } from '../../../shared/assertNever.ts';
import type { ImportRemark, ImportRow } from '../../../shared/contactImport.ts';

/** Says why a row comes to what it comes to; empty where there is nothing to say. */
export function useWhyWords(): (row: ImportRow) => string {
  const t = useTranslations('contactImport.why');
  const faultWords = useTranslations('contactFaults');

  function remarkWords(remark: ImportRemark): string {
    switch (remark.kind) {
      case 'nothing-new':
        return t('nothingNew');
      case 'repeated':
        return t('repeated', { line: remark.line });
      case 'bad-numbers':
        return t('badNumbers', { numbers: remark.numbers.join(', '), why: faultWords(remark.why) });
      case 'several':
        return t('several', { names: remark.names.join(', ') });
      default:
        return assertNever(remark);
    }
  }

  return (row) => {
    if (row.kind === 'bad') return faultWords(row.reason);
    const into = row.known !== null && row.deed === 'merge' ? t('into', { name: row.known.name }) : null;
    const remark = row.remark === null ? null : remarkWords(row.remark);
    return [into, remark].filter((words) => words !== null).join(' ');
  };
}

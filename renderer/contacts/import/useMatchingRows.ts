import { useEffect, useState } from 'react';

import type { ImportPlan, ImportRow, RowKind } from '../../../shared/contactImport.ts';
import { useAsk } from '../../data/ask.ts';
import { totalOf, type Shown } from './RowChoices.tsx';

/** Rows asked for at once, as many as the core gives. */
const pageSize = 500;

/**
 * The indexes of the rows to show. Those of one kind come in page by page;
 * a row that is given another deed stays where it is until another kind is shown.
 */
export function useMatchingRows({ id, counts }: ImportPlan, shown: Shown): readonly number[] {
  const ask = useAsk();
  const total = totalOf(counts);
  const [found, setFound] = useState<{ readonly shown: Shown; readonly indexes: readonly number[] }>({
    shown: 'all',
    indexes: [],
  });

  useEffect(() => {
    if (shown === 'all') return undefined;
    let isLeft = false;
    const isOver = () => isLeft;
    async function look(only: RowKind) {
      const indexes: number[] = [];
      for (let from: number | null = 0; from !== null && !isOver();) {
        const rows: readonly ImportRow[] = await ask('import.rows', { id, from, limit: pageSize, only });
        for (const row of rows) indexes.push(row.index);
        if (!isOver()) setFound({ shown: only, indexes: [...indexes] });
        from = rows.length < pageSize ? null : (indexes.at(-1) ?? 0) + 1;
      }
    }
    // What cannot be read here cannot be read by the lines either, and they are asked again.
    look(shown).catch(() => undefined);
    return () => {
      isLeft = true;
    };
  }, [ask, id, shown]);

  if (shown === 'all') return Array.from({ length: total }, (_, index) => index);
  return found.shown === shown ? found.indexes : [];
}

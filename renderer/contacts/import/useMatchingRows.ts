import { useEffect, useState } from 'react';

import type { ImportPlan, ImportRow } from '../../../shared/contactImport.ts';
import { useAsk } from '../../data/ask.ts';
import { totalOf, type Shown } from './RowChoices.tsx';

/** Rows looked through at once, as many as the core gives. */
const pageSize = 500;

/**
 * The indexes of the rows to show. Those of one kind are looked for through the whole file, and come in as they are found;
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
    async function look() {
      const indexes: number[] = [];
      for (let from = 0; from < total && !isOver(); from += pageSize) {
        const rows = await ask('import.rows', { id, from, limit: pageSize });
        const before = indexes.length;
        for (const row of rows) if (kindOf(row) === shown) indexes.push(row.index);
        if (!isOver() && (indexes.length > before || from === 0)) setFound({ shown, indexes: [...indexes] });
      }
    }
    // What cannot be read here cannot be read by the lines either, and they are asked again.
    look().catch(() => undefined);
    return () => {
      isLeft = true;
    };
  }, [ask, id, shown, total]);

  if (shown === 'all') return Array.from({ length: total }, (_, index) => index);
  return found.shown === shown ? found.indexes : [];
}

function kindOf(row: ImportRow): Shown {
  return row.kind === 'bad' ? 'bad' : row.deed;
}

import { useQuery } from '@tanstack/react-query';

import type { ImportRow } from '../../../shared/contactImport.ts';
import { useAsk } from '../../data/ask.ts';

/** Rows asked for at once. */
const pageSize = 200;

/** Leads the keys of everything read of the rows of an import. */
export function rowsKey(id: string) {
  return ['import rows', id] as const;
}

/** A row of the file by its index, read with those around it. Undefined until it is there. */
export function useImportRow(id: string, index: number): ImportRow | undefined {
  const ask = useAsk();
  const from = index - (index % pageSize);
  const { data } = useQuery({
    queryKey: [...rowsKey(id), from],
    queryFn: () => ask('import.rows', { id, from, limit: pageSize }),
  });
  return data?.[index - from];
}

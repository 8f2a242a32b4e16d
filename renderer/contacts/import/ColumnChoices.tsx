import { useTranslations } from 'use-intl';

import { columnMeanings, type ColumnMeaning, type ImportColumn } from '../../../shared/contactImport.ts';

interface ColumnChoicesProps {
  readonly columns: readonly ImportColumn[];
  readonly onChange: (columns: readonly ImportColumn[]) => void;
}

/** What each column holds, above values from it. */
export function ColumnChoices({ columns, onChange }: ColumnChoicesProps) {
  const t = useTranslations('contactImport');

  function change(index: number, text: string) {
    const meaning = columnMeanings.find((one) => one === text);
    if (meaning !== undefined) onChange(columns.map((column, at) => (at === index ? { ...column, meaning } : column)));
  }

  return (
    // Wider than the window with many columns: whoever has no mouse scrolls it by its selects.
    <div className="import-columns">
      <table aria-label={t('columns')}>
        <thead>
          <tr>
            {columns.map((column, index) => (
              // oxlint-disable-next-line react/no-array-index-key -- a file may name two columns alike
              <th key={index} scope="col" data-ignored={column.meaning === 'ignored'}>
                <bdi dir="auto" title={column.title}>
                  {column.title}
                </bdi>
                <select
                  aria-label={t('meaningOf', { column: column.title })}
                  value={column.meaning}
                  onChange={(event) => change(index, event.target.value)}
                >
                  {columnMeanings.map((meaning: ColumnMeaning) => (
                    <option key={meaning} value={meaning}>
                      {t(`meaning.${meaning}`)}
                    </option>
                  ))}
                </select>
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {[0, 1, 2].map((line) => (
            <tr key={line}>
              {columns.map((column, index) => (
                // oxlint-disable-next-line react/no-array-index-key -- as above
                <td key={index} data-ignored={column.meaning === 'ignored'}>
                  <bdi dir="auto" title={column.samples[line]}>
                    {column.samples[line]}
                  </bdi>
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

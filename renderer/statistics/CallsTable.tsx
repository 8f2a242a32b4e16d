import { useTranslations } from 'use-intl';

import { useFormats } from '../format/useFormats.ts';
import { callsOf, type Bin, type ChartGroup } from './bins.ts';

interface CallsTableProps {
  readonly title: string;
  readonly bins: readonly Bin[];
  readonly groups: readonly ChartGroup[];
  readonly whenOf: (bin: Bin) => string;
}

/** The bars as numbers, the latest first. */
export function CallsTable({ title, bins, groups, whenOf }: CallsTableProps) {
  const t = useTranslations('statistics');
  const { number } = useFormats();
  return (
    // Whoever has no wheel scrolls it with the arrow keys.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <section className="table-scroll" aria-label={t('tableName', { title })} tabIndex={0}>
      <table className="numbers">
        <thead>
          <tr>
            <th scope="col">{t('when')}</th>
            <th scope="col">{t('calls')}</th>
            {groups.map((group) => (
              <th key={group} scope="col">
                {t(`group.${group}`)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {bins.toReversed().map((bin) => (
            <tr key={bin.firstMs}>
              <th scope="row">{whenOf(bin)}</th>
              <td>{number(callsOf(bin.counts))}</td>
              {groups.map((group) => (
                <td key={group}>{number(bin.counts[group])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

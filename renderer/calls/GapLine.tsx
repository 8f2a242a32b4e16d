/* oxlint-disable jsx-a11y/prefer-tag-over-role -- the lines of a virtual list are placed one by one; tables cannot be */
import type { Gap } from '../../shared/reach.ts';
import { useGapWords } from '../format/useGapWords.ts';
import { columns } from './columns.ts';

/** A time in which calls may have rung that nobody knows of. */
export function GapLine({ gap, rowIndex }: { readonly gap: Gap; readonly rowIndex: number }) {
  const wordsOf = useGapWords();
  const words = wordsOf(gap);
  return (
    <div role="row" className="line line-gap" aria-rowindex={rowIndex} title={words}>
      <div role="gridcell" aria-colspan={columns.length}>
        {words}
      </div>
    </div>
  );
}

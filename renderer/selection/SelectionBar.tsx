import { useTranslations } from 'use-intl';

import type { ListDeeds } from '../calls/useListDeeds.ts';
import { Icon } from '../components/Icon.tsx';
import { mostSelected, type Selection } from './useSelection.ts';

interface SelectionBarProps {
  readonly selection: Selection;
  readonly deeds: ListDeeds;
}

/** How many calls are chosen, and what can be done to all of them. */
export function SelectionBar({ selection, deeds }: SelectionBarProps) {
  const t = useTranslations('selection');
  const count = selection.calls.size;
  const open = deeds.chosen.filter((call) => call.followUp === 'open').map((call) => call.ref);
  const words = t(count >= mostSelected ? 'most' : 'count', { count });
  return (
    <>
      <output className="unseen">{count > 0 && words}</output>
      {count > 0 && (
        <div className="selection-bar" role="toolbar" aria-label={t('title')}>
          <span aria-hidden="true">{words}</span>
          <button type="button" className="button" onClick={deeds.exportCalls}>
            <Icon name="export" />
            {t('export')}
          </button>
          <button type="button" className="button" onClick={deeds.tag}>
            <Icon name="tag" />
            {t('tag')}
          </button>
          {open.length > 0 && (
            <button type="button" className="button" onClick={() => deeds.settle(open)}>
              <Icon name="check" />
              {t('settle')}
            </button>
          )}
          <button type="button" className="button" onClick={deeds.remove}>
            <Icon name="delete" />
            {t('remove')}
          </button>
          <button
            type="button"
            className="button bare"
            aria-label={t('clear')}
            title={t('clear')}
            onClick={selection.clear}
          >
            <Icon name="cross" />
          </button>
        </div>
      )}
    </>
  );
}

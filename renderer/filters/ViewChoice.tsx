import { useTranslations } from 'use-intl';

import { callViews, type CallView } from '../../shared/callFilter.ts';

interface ViewChoiceProps {
  readonly view: CallView;
  readonly onChoose: (view: CallView) => void;
}

/** Which kind of calls to see. */
export function ViewChoice({ view, onChoose }: ViewChoiceProps) {
  const t = useTranslations('filters');
  return (
    <fieldset className="choices view-choice">
      <legend className="unseen">{t('views')}</legend>
      {callViews.map((one) => (
        <label key={one}>
          <input type="radio" name="view" checked={one === view} onChange={() => onChoose(one)} />
          <span>{t(`view.${one}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

import { useId, useRef, useState } from 'react';
import { useTranslations } from 'use-intl';

import { tunnelKinds, type TunnelKind } from '../../shared/reach.ts';
import type { Hold } from '../../shared/settings.ts';
import { WayAbout } from './WayAbout.tsx';

interface WayListProps {
  readonly inUse: TunnelKind;
  readonly chosen: TunnelKind;
  readonly hold: Hold | undefined;
  readonly onChoose: (way: TunnelKind) => void;
}

/** The ways side by side. Whoever has chosen looks at that one alone, until another is wanted. */
export function WayList({ inUse, chosen, hold, onChoose }: WayListProps) {
  const t = useTranslations('reach.way');
  const held = useTranslations('settings.held');
  const id = useId();
  const [isComparing, setComparing] = useState(false);
  const list = useRef<HTMLFieldSetElement>(null);
  const isSettled = inUse !== 'none' && chosen === inUse && !isComparing;

  function compare() {
    setComparing(true);
    // The button goes; the way in use has the keyboard in its place.
    list.current?.querySelector<HTMLElement>('input:checked')?.focus();
  }

  return (
    <>
      {!isSettled && <p>{t('hint')}</p>}
      {hold !== undefined && <p>{held(hold)}</p>}
      <fieldset className="way-list" ref={list} disabled={hold !== undefined} aria-label={t('title')}>
        {(isSettled ? [inUse] : tunnelKinds).map((kind) => (
          <label key={kind} className="way">
            <input
              type="radio"
              name={id}
              aria-describedby={`${id}-${kind}`}
              checked={chosen === kind}
              onChange={() => onChoose(kind)}
            />
            <span className="way-name">
              {t(`name.${kind}`)}
              {kind !== 'none' && inUse === kind && <span className="badge">{t('inUse')}</span>}
            </span>
            <WayAbout kind={kind} id={`${id}-${kind}`} />
          </label>
        ))}
      </fieldset>
      {isSettled && hold === undefined && (
        <p>
          <button type="button" className="button" onClick={compare}>
            {t('another')}
          </button>
        </p>
      )}
    </>
  );
}

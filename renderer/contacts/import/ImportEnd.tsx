import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import { Icon, type IconName } from '../../components/Icon.tsx';

interface ImportEndProps {
  readonly title: string;
  readonly reason?: string;
  readonly icon?: IconName;
  readonly children?: ReactNode;
  readonly onLeave: () => void;
}

/** How an import ended, and the way to the next. Takes the keyboard, for the button that was pressed is gone. */
export function ImportEnd({ title, reason, icon = 'alert', children, onLeave }: ImportEndProps) {
  const t = useTranslations('contactImport');
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => box.current?.focus(), []);
  return (
    <div className="empty import-end" ref={box} tabIndex={-1}>
      <span className="empty-mark">
        <Icon name={icon} />
      </span>
      <h2>{title}</h2>
      {reason !== undefined && <p>{reason}</p>}
      {children}
      <button type="button" className="button" onClick={onLeave}>
        {t('another')}
      </button>
    </div>
  );
}

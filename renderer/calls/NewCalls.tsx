import { useState } from 'react';
import { useTranslations } from 'use-intl';

import { Icon } from '../components/Icon.tsx';
import type { Lines } from './lines.ts';

interface NewCallsProps {
  readonly lines: Lines;
  readonly isAtTop: boolean;
  readonly onShow: () => void;
}

/** How many calls came in above while the user reads further down, and the way to them. */
export function NewCalls({ lines, isAtTop, onShow }: NewCallsProps) {
  const t = useTranslations('calls');
  const newest = lines.callFrom(0, 1)?.call.startedAtUs ?? 0;
  /** When the newest call began that was seen at the top. */
  const [seenUs, setSeenUs] = useState(newest);
  if (isAtTop && seenUs !== newest) setSeenUs(newest);
  const count = isAtTop ? 0 : lines.countSince(seenUs);
  return (
    <div className="new-calls">
      <output>
        {count > 0 && (
          <button type="button" className="button" onClick={onShow}>
            <Icon name="up" />
            {t('new', { count })}
          </button>
        )}
      </output>
    </div>
  );
}

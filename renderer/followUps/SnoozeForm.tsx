import { useEffect, useRef, useState, type FormEvent, type KeyboardEvent } from 'react';
import { useTranslations } from 'use-intl';

import type { Us } from '../../shared/call.ts';
import { useWhen } from '../format/useWhen.ts';
import { dayAt } from '../time/days.ts';
import { useMinute } from '../time/ticker.ts';
import { snoozeTimes } from './snoozeTimes.ts';

interface SnoozeFormProps {
  readonly onSnooze: (untilUs: Us) => void;
  readonly onCancel: () => void;
}

/** Until when somebody may wait: one of the usual moments by one click, or one of the user's own. */
export function SnoozeForm({ onSnooze, onCancel }: SnoozeFormProps) {
  const t = useTranslations('snooze');
  const when = useWhen();
  const nowMs = useMinute();
  const [own, setOwn] = useState(() => `${dayAt(nowMs + 86_400_000)}T09:00`);
  const first = useRef<HTMLButtonElement>(null);
  useEffect(() => first.current?.focus(), []);
  // A date field means the clock of this machine.
  const ownMs = new Date(own).getTime();
  const isAhead = ownMs > nowMs;

  function submit(event: FormEvent) {
    event.preventDefault();
    if (isAhead) onSnooze(ownMs * 1000);
  }
  function cancelOnEscape(event: KeyboardEvent) {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onCancel();
  }

  return (
    <div className="reason" role="presentation" onKeyDown={cancelOnEscape}>
      <div className="reason-usual">
        {snoozeTimes(nowMs).map(({ name, atMs }, index) => (
          <button
            key={name}
            type="button"
            className="button"
            ref={index === 0 ? first : undefined}
            onClick={() => onSnooze(atMs * 1000)}
          >
            {t(name)} <span className="quiet">{when(atMs * 1000)}</span>
          </button>
        ))}
      </div>
      <form className="reason-field" aria-label={t('snooze')} onSubmit={submit}>
        <input
          type="datetime-local"
          aria-label={t('own')}
          aria-invalid={!isAhead}
          value={own}
          onChange={(event) => setOwn(event.target.value)}
        />
        <button type="submit" className="button" disabled={!isAhead}>
          {t('set')}
        </button>
      </form>
    </div>
  );
}

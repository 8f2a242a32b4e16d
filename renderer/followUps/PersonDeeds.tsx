import { useRef } from 'react';
import { useTranslations } from 'use-intl';

import type { FollowUp, Us } from '../../shared/call.ts';
import { CopyButton } from '../components/CopyButton.tsx';
import { Icon } from '../components/Icon.tsx';
import { canCall } from '../deeds/canCall.ts';
import { DeedButton } from '../deeds/DeedButton.tsx';
import { useDeed } from '../deeds/useDeed.ts';
import { SettleButtons } from './SettleButtons.tsx';
import { SnoozeForm } from './SnoozeForm.tsx';

export interface PersonDeedsProps {
  readonly person: FollowUp;
  /** Asks until when they may wait. */
  readonly asksSnooze: boolean;
  readonly onAskSnooze: (asks: boolean) => void;
  readonly onSettle: (reason: string | null) => void;
  readonly onSnooze: (untilUs: Us | null) => void;
}

/** What can be done about somebody who waits. */
export function PersonDeeds({ person, asksSnooze, onAskSnooze, onSettle, onSnooze }: PersonDeedsProps) {
  const t = useTranslations('snooze');
  const callBack = useDeed('calls.callBack');
  const toggle = useRef<HTMLButtonElement>(null);
  const { party, calls, snoozedUntilUs } = person;
  const [newest] = calls;

  function cancel() {
    onAskSnooze(false);
    toggle.current?.focus();
  }

  return (
    <div className="person-actions">
      {newest && canCall(party) && <DeedButton deed={callBack} callRef={newest.ref} />}
      {party.number !== null && <CopyButton text={party.e164 ?? party.number} label="number" isSquare />}
      {snoozedUntilUs === null ? (
        <button
          type="button"
          className="button square"
          ref={toggle}
          aria-label={t('snooze')}
          aria-expanded={asksSnooze}
          title={t('snooze')}
          onClick={() => onAskSnooze(!asksSnooze)}
        >
          <Icon name="clock" />
        </button>
      ) : (
        <button type="button" className="button" onClick={() => onSnooze(null)}>
          {t('wake')}
        </button>
      )}
      <SettleButtons onSettle={onSettle} />
      {asksSnooze && <SnoozeForm onSnooze={onSnooze} onCancel={cancel} />}
    </div>
  );
}

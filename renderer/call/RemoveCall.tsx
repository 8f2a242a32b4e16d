import { useState } from 'react';
import { useTranslations } from 'use-intl';

import type { CallRow } from '../../shared/call.ts';
import { Dialog } from '../components/Dialog.tsx';
import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { usePartyText } from '../components/PartyName.tsx';
import { useRemoval } from '../deeds/useRemoval.ts';
import type { ListRoute } from '../route/route.ts';
import { navigate } from '../route/useRoute.ts';

interface RemoveCallProps {
  readonly call: CallRow;
  /** Where to go when it is gone. */
  readonly list: ListRoute;
}

/** Deletes the call, or after a question all calls with this person. Both can be taken back for a while. */
export function RemoveCall({ call, list }: RemoveCallProps) {
  const t = useTranslations('call.remove');
  const failureText = useFailureText();
  const partyText = usePartyText();
  const { mutate, error, isPending } = useRemoval();
  const [asks, setAsks] = useState(false);
  const isKnown = call.party.number !== null || call.party.hidden;
  if (call.outcome === 'in-progress') return null;

  const leave = { onSuccess: () => navigate(list) };
  return (
    <section className="call-part call-remove" aria-label={t('title')}>
      <button
        type="button"
        className="button"
        disabled={isPending}
        onClick={() => mutate({ kind: 'calls', refs: [call.ref] }, leave)}
      >
        <Icon name="delete" />
        {t('one')}
      </button>
      {isKnown && (
        <button type="button" className="button" disabled={isPending} onClick={() => setAsks(true)}>
          {t('person')}
        </button>
      )}
      {error && (
        <p className="field-refusal" role="alert">
          {failureText(error)}
        </p>
      )}
      {asks && (
        <Dialog title={t('askTitle', { party: partyText(call.party) })} onClose={() => setAsks(false)}>
          <p className="dialog-body">{t('askText')}</p>
          <footer className="dialog-deeds">
            <button type="button" className="button" onClick={() => setAsks(false)}>
              {t('keep')}
            </button>
            <button
              type="button"
              className="button primary danger"
              disabled={isPending}
              onClick={() => mutate({ kind: 'person', ref: call.ref }, leave)}
            >
              {t('yes')}
            </button>
          </footer>
        </Dialog>
      )}
    </section>
  );
}

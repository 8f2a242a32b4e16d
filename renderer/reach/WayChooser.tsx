import { useMutation } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslations } from 'use-intl';

import type { Reach, ReachSettings, SecretName, TunnelKind } from '../../shared/reach.ts';
import type { SettingsView } from '../../shared/settings.ts';
import { useFailureText } from '../components/Failure.tsx';
import { useAsk } from '../data/ask.ts';
import { useKept } from '../data/useKept.ts';
import { useSettingChange } from '../settings/useSettingChange.ts';
import { SshServer } from './SshServer.tsx';
import { WayFields } from './WayFields.tsx';
import { WayList } from './WayList.tsx';

interface WayChooserProps {
  readonly reach: Reach;
  readonly view: SettingsView;
}

const secretOf = { cloudflared: 'cloudflared-token', ngrok: 'ngrok-token' } as const satisfies Partial<
  Record<TunnelKind, SecretName>
>;

/**
 * Chooses how events get here. Nothing changes before it is saved, for that cuts the way in use; what was typed is there
 * again when the view is, and each way keeps its details while another one is in use.
 */
export function WayChooser({ reach, view }: WayChooserProps) {
  const t = useTranslations('reach.way');
  const ask = useAsk();
  const failureText = useFailureText();
  const { settings, held } = view;
  const hold = held.reach;
  const [kept, keep] = useKept<ReachSettings>('way of the events');
  const [token, setToken] = useState('');
  const change = useSettingChange();
  const draft = (hold === undefined ? kept : undefined) ?? settings.reach;
  const isChanged = token !== '' || JSON.stringify(draft) !== JSON.stringify(settings.reach);
  const secret = draft.kind === 'cloudflared' || draft.kind === 'ngrok' ? secretOf[draft.kind] : null;

  const storeToken = useMutation({
    mutationFn: async () => {
      if (secret !== null && token !== '') await ask('secrets.set', { name: secret, value: token });
    },
    onSuccess: () => {
      setToken('');
      if (JSON.stringify(draft) === JSON.stringify(settings.reach)) keep(undefined);
      else change.mutate({ reach: draft }, { onSuccess: () => keep(undefined) });
    },
  });
  const error = storeToken.error ?? change.error;

  function save(event: FormEvent) {
    event.preventDefault();
    storeToken.mutate();
  }
  function discard() {
    keep(undefined);
    setToken('');
    storeToken.reset();
    change.reset();
  }

  return (
    <>
      <form className="way-form" aria-label={t('title')} onSubmit={save}>
        <WayList
          inUse={settings.reach.kind}
          chosen={draft.kind}
          hold={hold}
          onChoose={(kind) => keep({ ...draft, kind })}
        />
        {draft.kind !== 'none' && (
          <WayFields
            draft={draft}
            reach={reach}
            port={settings.port}
            hold={hold}
            onChange={keep}
            token={token}
            onToken={setToken}
          />
        )}
        {error && (
          <p className="field-refusal" role="alert">
            {failureText(error)}
          </p>
        )}
        {isChanged && (
          <p className="field-row">
            <button type="submit" className="button primary" disabled={storeToken.isPending}>
              {draft.kind === 'none' ? t('stop') : t('save')}
            </button>
            <button type="button" className="button" onClick={discard}>
              {t('discard')}
            </button>
            <span className="quiet">{t('unsaved')}</span>
          </p>
        )}
      </form>
      {draft.kind === 'ssh' && !isChanged && settings.reach.ssh.host !== '' && <SshServer ssh={settings.reach.ssh} />}
    </>
  );
}

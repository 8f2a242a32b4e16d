import { useTranslations } from 'use-intl';

import type { ReachSettings } from '../../shared/reach.ts';
import { Icon } from '../components/Icon.tsx';
import { Line } from './Line.tsx';
import { numberText, wholeNumber } from './wholeNumber.ts';

type Ssh = ReachSettings['ssh'];

/** Where the server is; what nearly everybody leaves as it is stands folded up. */
export function SshFields({ ssh, onChange }: { readonly ssh: Ssh; readonly onChange: (ssh: Ssh) => void }) {
  const t = useTranslations('reach.way');
  return (
    <>
      <Line
        label={t('host')}
        placeholder={t('example.host')}
        value={ssh.host}
        onType={(host) => onChange({ ...ssh, host })}
      />
      <Line
        label={t('url')}
        hint={t('sshUrlHint')}
        inputMode="url"
        placeholder={t('example.url')}
        value={ssh.url}
        onType={(url) => onChange({ ...ssh, url })}
      />
      <details className="event">
        <summary>
          <Icon name="chevron" />
          {t('advanced')}
        </summary>
        <Line label={t('user')} hint={t('userHint')} value={ssh.user} onType={(user) => onChange({ ...ssh, user })} />
        <Line
          label={t('port')}
          inputMode="numeric"
          value={numberText(ssh.port)}
          onType={(text) => onChange({ ...ssh, port: wholeNumber(text) })}
        />
        <Line
          label={t('socket')}
          hint={t('socketHint')}
          value={ssh.socket}
          onType={(socket) => onChange({ ...ssh, socket })}
        />
      </details>
    </>
  );
}

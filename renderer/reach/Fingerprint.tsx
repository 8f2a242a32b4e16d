import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, type ReactNode } from 'react';
import { useTranslations } from 'use-intl';

import type { HostKey } from '../../shared/reach.ts';
import { useFailureText } from '../components/Failure.tsx';
import { Icon } from '../components/Icon.tsx';
import { useAsk } from '../data/ask.ts';

interface FingerprintProps {
  readonly host: string;
  readonly port: number;
  readonly pinned: HostKey | null;
}

const code = (words: ReactNode) => <code dir="ltr">{words}</code>;

/** The key that Ringside would trust: the best one of those a server shows. */
function bestOf(keys: readonly HostKey[]): HostKey | undefined {
  return keys.find(({ type }) => type === 'ssh-ed25519') ?? keys[0];
}

/** What the server prints the same fingerprint with. */
function commandFor({ type }: HostKey): string {
  const kind = /ed25519|ecdsa|rsa/.exec(type)?.[0] ?? 'ed25519';
  return `ssh-keygen -lf /etc/ssh/ssh_host_${kind}_key.pub`;
}

/** Asks the server who it is, and has the user compare the answer before anything is trusted. */
export function Fingerprint({ host, port, pinned }: FingerprintProps) {
  const t = useTranslations('reach.server');
  const ask = useAsk();
  const client = useQueryClient();
  const failureText = useFailureText();
  const trustButton = useRef<HTMLButtonElement>(null);
  const fetched = useMutation({ mutationFn: () => ask('ssh.hostKeys', { host, port }) });
  const pin = useMutation({
    mutationFn: (key: HostKey) => ask('ssh.pin', key),
    onSuccess: async () => {
      fetched.reset();
      await client.invalidateQueries({ queryKey: ['reach'] });
    },
  });
  const key = fetched.data === undefined ? undefined : bestOf(fetched.data);
  const error = fetched.error ?? pin.error;

  // The button that asked has gone; the next step takes the keyboard.
  useEffect(() => {
    if (key !== undefined) trustButton.current?.focus();
  }, [key]);

  return (
    <section className="server-part">
      <h3>{t('fingerprint')}</h3>
      {key === undefined ? (
        <p className="field-row">
          {pinned !== null && (
            <span className="trusted">
              <Icon name="check" />
              <span>{t('trusted', { fingerprint: pinned.fingerprint })}</span>
            </span>
          )}
          <button type="button" className="button" disabled={fetched.isPending} onClick={() => fetched.mutate()}>
            {fetched.isPending ? t('asking') : pinned === null ? t('ask') : t('another')}
          </button>
        </p>
      ) : (
        <>
          <p className="fingerprint">
            <code dir="ltr">
              {key.type} {key.fingerprint}
            </code>
          </p>
          <p>{t.rich('fingerprintHint', { command: commandFor(key), code })}</p>
          <p className="field-row">
            <button
              type="button"
              className="button primary"
              ref={trustButton}
              disabled={pin.isPending}
              onClick={() => pin.mutate(key)}
            >
              {t('trust')}
            </button>
          </p>
        </>
      )}
      {error && (
        <p className="field-refusal" role="alert">
          {failureText(error)}
        </p>
      )}
    </section>
  );
}

import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { Reach, ReachSettings } from '../../shared/reach.ts';
import type { Hold } from '../../shared/settings.ts';
import { CloudflaredFields } from './CloudflaredFields.tsx';
import { Line } from './Line.tsx';
import { NgrokFields } from './NgrokFields.tsx';
import { SshFields } from './SshFields.tsx';
import { WayToken } from './WayToken.tsx';

export interface WayFieldsProps {
  readonly draft: ReachSettings;
  readonly reach: Reach;
  /** Where Ringside listens on this machine. */
  readonly port: number;
  readonly hold: Hold | undefined;
  readonly onChange: (draft: ReachSettings) => void;
  /** What is typed as the way's token; it is written, never read. */
  readonly token: string;
  readonly onToken: (token: string) => void;
}

/** The details of the way that is chosen. */
export function WayFields(props: WayFieldsProps) {
  const isHeld = props.hold !== undefined;
  return (
    <>
      <fieldset className="way-fields" disabled={isHeld}>
        <FieldsOf {...props} />
      </fieldset>
      {isHeld && (
        <div className="way-fields">
          <WayToken {...props} />
        </div>
      )}
    </>
  );
}

function FieldsOf(props: WayFieldsProps) {
  const { draft, port, onChange } = props;
  const t = useTranslations('reach.way');
  switch (draft.kind) {
    case 'none':
      return null;
    case 'own-url':
      return (
        <Line
          label={t('url')}
          hint={`${t('ownHint', { port: String(port) })} ${t('urlHint')}`}
          inputMode="url"
          placeholder={t('example.url')}
          value={draft.ownUrl.url}
          onType={(url) => onChange({ ...draft, ownUrl: { url } })}
        />
      );
    case 'ssh':
      return <SshFields ssh={draft.ssh} onChange={(ssh) => onChange({ ...draft, ssh })} />;
    case 'cloudflared':
      return <CloudflaredFields {...props} />;
    case 'ngrok':
      return <NgrokFields {...props} />;
    default:
      return assertNever(draft.kind);
  }
}

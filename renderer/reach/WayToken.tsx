import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import { TokenLine } from './TokenLine.tsx';
import type { WayFieldsProps } from './WayFields.tsx';

/** The token of a way that needs one. It is the user's own: also where something else holds the way. */
export function WayToken({ draft, reach, token, onToken }: WayFieldsProps) {
  const t = useTranslations('reach.way');
  const rest = { reach, value: token, onType: onToken };
  switch (draft.kind) {
    case 'cloudflared':
      if (draft.cloudflared.mode === 'quick') return null;
      return <TokenLine name="cloudflared-token" hint={t('cloudflaredTokenHint')} {...rest} />;
    case 'ngrok':
      return <TokenLine name="ngrok-token" hint={t('ngrokTokenHint')} {...rest} />;
    case 'none':
    case 'own-url':
    case 'ssh':
      return null;
    default:
      return assertNever(draft.kind);
  }
}

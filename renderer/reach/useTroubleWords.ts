import { useTranslations } from 'use-intl';

import { assertNever } from '../../shared/assertNever.ts';
import type { TroubleCode, TunnelKind } from '../../shared/reach.ts';

/** What a button beside a trouble offers: to try again, or to go where it can be put right. */
export type Deed = 'choose' | 'details' | 'program' | 'token' | 'fingerprint' | 'recipe' | 'restart';

/** The next step after a trouble. */
export function deedOf(code: TroubleCode, way: TunnelKind): Deed {
  switch (code) {
    case 'not-set-up':
    case 'bad-config':
      return way === 'none' ? 'choose' : 'details';
    case 'program-missing':
      // Its library is no part of the packages: nothing that is tried again would bring it.
      if (way === 'ngrok') return 'choose';
      return way === 'cloudflared' ? 'program' : 'restart';
    case 'program-not-trusted':
      return way === 'cloudflared' ? 'program' : 'restart';
    case 'secret-missing':
      return 'token';
    case 'auth-refused':
      return way === 'ssh' ? 'recipe' : 'token';
    case 'host-key-unknown':
    case 'host-key-changed':
      return 'fingerprint';
    case 'forward-refused':
      return 'recipe';
    case 'rate-limited':
    case 'unresolved':
    case 'unreachable':
    case 'exited':
    case 'not-ready':
    case 'tls':
    case 'timeout':
    case 'wrong-answer':
    case 'not-ours':
    case 'http-error':
    case 'asleep':
      return 'restart';
    default:
      return assertNever(code);
  }
}

/** What a trouble is, in one sentence. */
export function useTroubleWords(): (code: TroubleCode, way: TunnelKind) => string {
  const t = useTranslations('reach.trouble');
  return (code, way) => {
    if (code === 'program-missing') return way === 'ngrok' ? t('libraryMissing') : t(code, { program: way });
    return t(code === 'auth-refused' && way === 'ssh' ? 'keyRefused' : code);
  };
}

import { assertNever } from '../../../shared/assertNever.ts';
import type { ReachSettings, SecretName, Trouble, TroubleCode } from '../../../shared/reach.ts';
import type { Clock } from '../ports.ts';
import { findProgram } from './findProgram.ts';
import { cloudflaredTunnel } from './providers/cloudflared.ts';
import { ngrokTunnel } from './providers/ngrok.ts';
import { ownUrlTunnel } from './providers/ownUrl.ts';
import { sshTunnel } from './providers/ssh.ts';
import { ssh2Tunnel } from './providers/ssh2.ts';
import { sshIdentity } from './ssh/identity.ts';
import { knownHostsFile, pinnedHostKey } from './ssh/knownHosts.ts';
import type { Tunnel } from './tunnel.ts';

export interface TunnelOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  /** Null when the user has not given it. */
  readonly secret: (name: SecretName) => string | null;
}

/** The way that the settings choose, null for none, or what the user has to do first. Nothing is started by that. */
export function tunnelFor(settings: ReachSettings, options: TunnelOptions): Tunnel | { trouble: Trouble } | null {
  switch (settings.kind) {
    case 'none':
      return null;
    case 'own-url':
      return settings.ownUrl.url === '' ? lacking('not-set-up') : ownUrlTunnel(settings.ownUrl.url);
    case 'ssh':
      return overSsh(settings.ssh, options);
    case 'cloudflared':
      return overCloudflare(settings.cloudflared, options);
    case 'ngrok':
      return overNgrok(settings.ngrok, options);
    default:
      return assertNever(settings.kind);
  }
}

function lacking(code: TroubleCode, detail = ''): { trouble: Trouble } {
  return { trouble: { code, detail } };
}

function overSsh(settings: ReachSettings['ssh'], { dataDir, clock }: TunnelOptions): Tunnel | { trouble: Trouble } {
  if ([settings.host, settings.user, settings.url].includes('')) return lacking('not-set-up');
  const pinned = pinnedHostKey(dataDir, settings.host, settings.port);
  if (pinned === null) return lacking('host-key-unknown');
  const program = findProgram('ssh');
  try {
    const identity = sshIdentity(dataDir);
    return program === null
      ? ssh2Tunnel({ settings, identity, pinned })
      : sshTunnel({ settings, dataDir, identity, knownHostsFile: knownHostsFile(dataDir), clock, program });
  } catch (error) {
    return lacking('bad-config', String(error));
  }
}

function overCloudflare(
  settings: ReachSettings['cloudflared'],
  { dataDir, clock, secret }: TunnelOptions,
): Tunnel | { trouble: Trouble } {
  const isQuick = settings.mode === 'quick';
  if (!isQuick && settings.url === '') return lacking('not-set-up');
  const token = isQuick ? null : secret('cloudflared-token');
  if (!isQuick && token === null) return lacking('secret-missing');
  const program = findProgram('cloudflared', settings.program);
  if (program === null) return lacking('program-missing', settings.program);
  return cloudflaredTunnel({ settings, token, dataDir, clock, program });
}

function overNgrok(settings: ReachSettings['ngrok'], { clock, secret }: TunnelOptions): Tunnel | { trouble: Trouble } {
  const token = secret('ngrok-token');
  // A native module that many machines do without.
  return token === null
    ? lacking('secret-missing')
    : ngrokTunnel({ settings, token, clock, load: () => import('@ngrok/ngrok') });
}

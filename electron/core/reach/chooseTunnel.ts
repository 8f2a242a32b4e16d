import { type SecretName, secretNames } from '../../../shared/reach.ts';
import type { Settings } from '../../../shared/settings.ts';
import type { ListenerState } from '../../../shared/status.ts';
import type { Clock, Log, Secrets } from '../ports.ts';
import type { SupervisedReach } from './superviseReach.ts';
import { tunnelFor } from './tunnelFor.ts';

interface ChooserOptions {
  readonly dataDir: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly secrets: Secrets;
  readonly settings: () => Settings;
  readonly listener: () => ListenerState;
  readonly reach: Pick<SupervisedReach, 'choose'>;
}

/** Puts the way from the internet in force that the settings choose, to the port that is listened on. */
export interface TunnelChooser {
  /** The settings or the listener may be others now: a tunnel is ended for another one alone. */
  review(): void;
  /** What the tunnel is made of beside the settings is another: it begins anew. */
  renew(): void;
  /** @throws when it cannot be kept */
  setSecret(name: SecretName, value: string | null): Promise<void>;
}

export function chooseTunnel(options: ChooserOptions): TunnelChooser {
  const { dataDir, clock, log, secrets, settings, listener, reach } = options;
  /** The secrets of tunnels, once they were read. */
  const known = new Map<SecretName, string | null>();
  let isRead = false;
  /** What was chosen last. */
  let chosen = '';

  const review = () => {
    const state = listener();
    if (state.kind !== 'listening' || !isRead) return;
    const wish = JSON.stringify([settings().reach, state.port]);
    if (wish === chosen) return;
    chosen = wish;
    const secret = (name: SecretName) => known.get(name) ?? null;
    reach.choose(tunnelFor(settings().reach, { dataDir, clock, secret }), state.port);
  };
  const renew = () => {
    chosen = '';
    review();
  };

  const read = async (name: SecretName) => {
    try {
      known.set(name, await secrets.get(name));
    } catch (error) {
      log.error('a secret cannot be read', { name, error: String(error) });
    }
  };
  void Promise.all(secretNames.map(read)).then(() => {
    isRead = true;
    review();
  });

  return {
    review,
    renew,
    async setSecret(name, value) {
      await secrets.set(name, value);
      known.set(name, value);
      if (usesSecret(settings(), name)) renew();
    },
  };
}

function usesSecret({ reach: { kind, cloudflared } }: Settings, name: SecretName): boolean {
  return name === 'ngrok-token' ? kind === 'ngrok' : kind === 'cloudflared' && cloudflared.mode === 'named';
}

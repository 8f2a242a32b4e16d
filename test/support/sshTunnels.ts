import { mkdirSync } from 'node:fs';
import { join } from 'node:path';

import { systemClock } from '../../electron/core/clock.ts';
import { ssh2Tunnel } from '../../electron/core/reach/providers/ssh2.ts';
import { sshIdentity } from '../../electron/core/reach/ssh/identity.ts';
import { pinnedHostKey } from '../../electron/core/reach/ssh/knownHosts.ts';
import type { Tunnel } from '../../electron/core/reach/tunnel.ts';
import { tunnelFor } from '../../electron/core/reach/tunnelFor.ts';
import { defaultSettings } from '../../shared/settings.ts';
import { processes } from './processTree.ts';
import { tempFolder } from './tempFolder.ts';
import type { TunnelServer } from './tunnelServer.ts';

/** A data folder with a blank in its name, as on a Mac, and with what ssh takes for a variable. */
export function awkwardFolder(): string {
  const folder = join(tempFolder(), 'Application Support 100%h');
  mkdirSync(folder);
  return folder;
}

/** By the ssh program. */
export function overSsh(server: TunnelServer, dataDir: string): Tunnel {
  const settings = { ...defaultSettings.reach, kind: 'ssh', ssh: server.settings } as const;
  const tunnel = tunnelFor(settings, { dataDir, clock: systemClock, secret: () => null });
  if (tunnel === null || 'trouble' in tunnel) throw new Error(JSON.stringify(tunnel));
  return tunnel;
}

/** By the ssh library. */
export function overLibrary({ settings }: TunnelServer, dataDir: string): Tunnel {
  const pinned = pinnedHostKey(dataDir, settings.host, settings.port);
  if (pinned === null) throw new Error('nothing pinned');
  return ssh2Tunnel({ settings, identity: sshIdentity(dataDir), pinned });
}

/** The ssh programs that serve the socket of this server. */
export function sshOf({ settings }: TunnelServer): { pid: number; parent: number }[] {
  return processes().filter(({ args }) => args.includes(`-R ${settings.socket}:`) && !args.startsWith('/bin/sh'));
}

import { systemClock } from '../../electron/core/clock.ts';
import { tunnelFor } from '../../electron/core/reach/tunnelFor.ts';
import type { ReachSettings } from '../../shared/reach.ts';
import { defaultSettings } from '../../shared/settings.ts';

/** A tunnel over ssh in a process of its own, to be killed. Prints each event as a line of JSON. */
const [dataDir = '', settings = '{}'] = process.argv.slice(2);
const ssh = JSON.parse(settings) as ReachSettings['ssh'];
const tunnel = tunnelFor(
  { ...defaultSettings.reach, kind: 'ssh', ssh },
  { dataDir, clock: systemClock, secret: () => null },
);
if (tunnel === null || 'trouble' in tunnel) throw new Error(JSON.stringify(tunnel));
for await (const event of tunnel.run(9, new AbortController().signal)) console.log(JSON.stringify(event));

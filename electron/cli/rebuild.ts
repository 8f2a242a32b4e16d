import { homedir } from 'node:os';
import { join, resolve } from 'node:path';
import { parseArgs } from 'node:util';

import { identityOf } from '../core/calls/identity.ts';
import { systemClock } from '../core/clock.ts';
import { openFolder } from '../core/folder.ts';
import type { Log } from '../core/ports.ts';
import { callChange } from '../core/requests/callChange.ts';
import { viewOf } from '../core/requests/view.ts';
import { describe } from '../core/store/keeper.ts';
import { openStore } from '../core/store/open.ts';
import { preview, rebuild } from '../core/store/rebuild.ts';
import { salvage } from '../core/store/salvage.ts';
import { defaultDataDir } from './dataDir.ts';
import { previewLines } from './previewLines.ts';
import { settingsInForce } from './settingsInForce.ts';

const help = `Works every call of the log out again from its events. Nothing is deleted.

  npm run rebuild -- [--data-dir DIR] [--dry-run]

  --dry-run   changes no call; says which would come out differently

While Ringside runs, use Settings, "Rebuild the log" instead.`;

const errorsOnly: Log = {
  info() {},
  warn() {},
  error: (message, fields) => console.error(message, fields),
};

/** `npm run rebuild`. Exits with 0, with 1 when the log cannot be had, with 2 when the command is not understood. */
async function main(): Promise<number> {
  let dataDir: string;
  let isDryRun: boolean;
  try {
    const { values } = parseArgs({
      options: {
        'data-dir': { type: 'string' },
        'dry-run': { type: 'boolean', default: false },
        help: { type: 'boolean' },
      },
    });
    isDryRun = values['dry-run'];
    if (values.help === true) {
      console.log(help);
      return 0;
    }
    dataDir = resolve(values['data-dir'] ?? defaultDataDir(process.platform, process.env, homedir()));
  } catch (error) {
    console.error(`${error instanceof Error ? error.message : String(error)}\n\n${help}`);
    return 2;
  }
  const folder = openFolder(dataDir, new Date());
  switch (folder.kind) {
    case 'in-use':
      console.error(
        `Ringside is running with the folder ${dataDir}: use Settings, "Rebuild the log", or quit it first.`,
      );
      return 1;
    case 'not-writable':
      console.error(describe({ ...folder, path: dataDir }));
      return 1;
    case 'open':
      break;
  }
  const settings = settingsInForce(folder.folder.choices);
  try {
    const path = join(dataDir, 'ringside.db');
    const opened = openStore(path, new Date());
    if (opened.kind !== 'open') {
      console.error(describe({ ...opened, path }));
      return 1;
    }
    if (opened.movedAside !== null) {
      const saved = await salvage(opened.movedAside, opened.store, identityOf(settings), systemClock);
      console.error(`The database was damaged. It was moved to ${opened.movedAside}; ${saved} events are back.`);
    }
    const ports = { clock: systemClock, log: errorsOnly, silence: () => settings };
    const startedMs = performance.now();
    const { calls, changed, changes } = await (isDryRun ? preview : rebuild)(opened.store, ports);
    const view = viewOf(opened.store, { masked: false });
    const seconds = ((performance.now() - startedMs) / 1000).toFixed(1);
    if (isDryRun)
      previewLines({ calls, changed, changes: changes.map((change) => callChange(change, view)) }).forEach((line) =>
        console.log(line),
      );
    else console.log(`Worked out ${calls} ${calls === 1 ? 'call' : 'calls'} in ${seconds} s.`);
    opened.store.close();
    return 0;
  } finally {
    folder.folder.unlock();
  }
}

process.exitCode = await main();

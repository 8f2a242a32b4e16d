import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';

import { build } from './packaging/builder.ts';
import { rehearse } from './packaging/dryRun.ts';
import { runsFor } from './packaging/runs.ts';
import { systemOf, systems } from './packaging/system.ts';

const help = `Makes Ringside's packages in release/, from what is built.

  npm run dist -- [--mac] [--win] [--linux] [--dry-run] [arguments of electron-builder]

  --dry-run   makes nothing; checks the configuration for all three systems and says how far each would get here

Without a system: this one's. How packages are signed is up to the environment; docs/releasing.md names the variables.`;

const root = join(import.meta.dirname, '..', '..');
const args = process.argv.slice(2);
const asked = systems.filter((system) => args.includes(`--${system}`));
const ours = new Set([...systems.map((system) => `--${system}`), '--dry-run']);
const more = args.filter((argument) => !ours.has(argument));

if (args.includes('--help')) console.log(help);
else if (args.includes('--dry-run')) process.exitCode = await dryRun();
else process.exitCode = await dist();

/** Ends with the exit code of the first run that fails. */
async function dist(): Promise<number> {
  for (const system of asked.length > 0 ? asked : [systemOf(process.platform)]) {
    for (const run of runsFor(system, more, process.env)) {
      const code = await build(root, run);
      if (code !== 0) return code;
    }
  }
  return 0;
}

async function dryRun(): Promise<number> {
  let exitCode = 0;
  for (const system of asked.length > 0 ? asked : systems) {
    const { ok, lines } = await rehearse(root, system, { platform: process.platform, env: process.env, has });
    for (const line of lines) console.log(line);
    if (!ok) exitCode = 1;
  }
  return exitCode;
}

/** Whether a program can be found in the search path. */
function has(program: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, program), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

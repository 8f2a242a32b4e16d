import { readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';

import { say } from '../terminal.ts';
import { publicKeyOf, signDescription } from './signDescription.ts';

/**
 * `node electron/cli/releasing/sign.ts FOLDER [--rollout PERCENT] [--files-at ADDRESS]`: signs the descriptions of a version (latest.yml,
 * beta-linux.yml, …) in a folder, with the key in RINGSIDE_UPDATE_SECRET_KEY. It has to be the secret half of
 * RINGSIDE_UPDATE_KEY, which the programs were built with. `--files-at` is where the installers lie when not beside the
 * descriptions: https://github.com/OWNER/NAME/releases/download/v1.2.3/. To change the roll-out, run it again and upload
 * the descriptions anew.
 */

const description = /^(?:latest|beta)(?:-mac|-linux(?:-\w+)?)?\.yml$/;

const problem = run();
if (problem !== null) {
  say('stderr', problem);
  process.exitCode = 1;
}

/** Null when all is well, else what is wrong. */
function run(): string | null {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: { rollout: { type: 'string' }, 'files-at': { type: 'string' } },
  });
  const [folder] = positionals;
  const { RINGSIDE_UPDATE_SECRET_KEY: secretKey = '', RINGSIDE_UPDATE_KEY: publicKey = '' } = process.env;
  if (folder === undefined) return 'Which folder?';
  if (secretKey === '') return 'RINGSIDE_UPDATE_SECRET_KEY is not set.';
  if (publicKeyOf(secretKey) !== publicKey) {
    return 'RINGSIDE_UPDATE_KEY is not the public half of RINGSIDE_UPDATE_SECRET_KEY: no Ringside would take this update.';
  }
  const rollout = values.rollout === undefined ? undefined : Number(values.rollout);
  if (rollout !== undefined && !(rollout >= 0 && rollout <= 100)) return '--rollout is a share in percent, 0 to 100.';
  const filesAt = values['files-at'];
  if (filesAt !== undefined && !/^https:\/\/.+\/$/.test(filesAt))
    return '--files-at begins with https:// and ends with a slash.';
  const names = readdirSync(folder).filter((name) => description.test(name));
  if (names.length === 0)
    return `${folder} holds no description of a version: was electron-builder told where to publish?`;
  for (const name of names) {
    const path = join(folder, name);
    writeFileSync(path, signDescription(name, readFileSync(path, 'utf8'), secretKey, { rollout, filesAt }));
    say('stdout', `signed ${name}`);
  }
  return null;
}

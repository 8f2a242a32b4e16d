import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';

import packageJson from '../../package.json' with { type: 'json' };
import { type Notices, noticesFile } from '../../shared/notice.ts';
import { disagreements, versionOfTag } from './releasing/agreement.ts';
import { releaseNotes } from './releasing/changelog.ts';
import { checksumsFile, writeChecksums } from './releasing/checksums.ts';
import { type PartsList, shippedParts } from './releasing/sbom.ts';

const help = `What the release workflow asks for; docs/releasing.md tells the whole way.

  npm run release -- check TAG          whether tag, package.json, package-lock.json and CHANGELOG.md agree
  npm run release -- notes TAG          prints what CHANGELOG.md says of that version
  npm run release -- sbom NOTICES       reads CycloneDX from npm sbom, prints what of it is in the build that wrote ${noticesFile}
  npm run release -- checksums FOLDER   writes ${checksumsFile} beside the files of a folder`;

const root = join(import.meta.dirname, '..', '..');

/** `npm run release`. Exits with 0, with 1 when something is wrong, with 2 when the command is not understood. */
async function main([command, what, ...more]: readonly string[]): Promise<number> {
  if (command === undefined || what === undefined || more.length > 0) return misunderstood();
  switch (command) {
    case 'check':
      return check(what);
    case 'notes':
      return notes(what);
    case 'sbom':
      return sbom(what);
    case 'checksums':
      (await writeChecksums(what)).forEach((name) => console.log(name));
      return 0;
    default:
      return misunderstood();
  }
}

function check(tag: string): number {
  const lock = JSON.parse(readText('package-lock.json')) as {
    readonly version?: string;
    readonly packages: Readonly<Record<string, { readonly version?: string } | undefined>>;
  };
  const found = disagreements({
    tag,
    packageJson: packageJson.version,
    lock: [lock.version, lock.packages['']?.version],
    changelog: readText('CHANGELOG.md'),
  });
  found.forEach((problem) => console.error(problem));
  return found.length > 0 ? 1 : 0;
}

function notes(tag: string): number {
  const found = releaseNotes(readText('CHANGELOG.md'), versionOfTag(tag) ?? tag);
  if (found.kind === 'notes') console.log(found.text);
  else console.error(found.reason);
  return found.kind === 'notes' ? 0 : 1;
}

/** Npm's list comes by standard input. */
async function sbom(file: string): Promise<number> {
  const installed = JSON.parse(await text(process.stdin)) as PartsList;
  const { others } = JSON.parse(readFileSync(file, 'utf8')) as Notices;
  console.log(JSON.stringify(shippedParts(installed, others), null, 2));
  return 0;
}

function readText(name: string): string {
  return readFileSync(join(root, name), 'utf8');
}

function misunderstood(): number {
  console.error(help);
  return 2;
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  console.error(error instanceof Error ? error.message : String(error));
  process.exitCode = 1;
}

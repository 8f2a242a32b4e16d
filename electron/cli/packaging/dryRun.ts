import type { Configuration } from 'electron-builder';

import { assertNever } from '../../../shared/assertNever.ts';
import { wholeConfiguration } from './builder.ts';
import { runsFor } from './runs.ts';
import { signingOf } from './signing.ts';
import type { Signing } from './signing.ts';
import { systemOf } from './system.ts';
import type { System } from './system.ts';

/** The machine that a build would run on. */
export interface Machine {
  readonly platform: NodeJS.Platform;
  readonly env: NodeJS.ProcessEnv;
  readonly has: (program: string) => boolean;
}

export interface Rehearsal {
  /** The configuration is valid, and signing is set up whole or not at all. */
  readonly ok: boolean;
  readonly lines: readonly string[];
}

/** Goes as far towards the packages for a system as it gets without making any, and says what would come next. */
export async function rehearse(root: string, system: System, machine: Machine): Promise<Rehearsal> {
  const signing = signingOf(system, machine.env);
  const known = [
    ['signature', signatureWords(signing)],
    ['stops', whyItStops(system, machine)],
  ] as const;
  if (signing.kind === 'incomplete') return { ok: false, lines: table(system, known) };
  try {
    const [main, ...others] = runsFor(system, [], machine.env);
    if (main === undefined) throw new Error('there is nothing to do');
    const whole = await wholeConfiguration(root, main);
    for (const run of others) await wholeConfiguration(root, run);
    const made = [
      ['configuration', 'valid'],
      ['makes', targetWords(whole, system)],
      ['updates', updateWords(whole, signing)],
    ] as const;
    return { ok: true, lines: table(system, [...made, ...known]) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, lines: table(system, [['configuration', reason]]) };
  }
}

function table(system: System, rows: readonly (readonly [string, string])[]): readonly string[] {
  return [system, ...rows.map(([name, words]) => `  ${name.padEnd(15)}${words}`)];
}

function targetWords(whole: Configuration, system: System): string {
  const targets = [whole[system]?.target ?? []].flat();
  return targets
    .map((target) =>
      typeof target === 'string' ? target : `${target.target} (${[target.arch ?? []].flat().join(', ')})`,
    )
    .join(', ');
}

function updateWords(whole: Configuration, signing: Signing): string {
  if (whole.publish) return 'described for those who have it already';
  return `none: ${signing.kind === 'unsigned' ? 'it is unsigned' : 'RINGSIDE_UPDATE_URL is not set'}`;
}

function signatureWords(signing: Signing): string {
  switch (signing.kind) {
    case 'apple':
      return 'by Apple’s certificate, and notarised';
    case 'azure':
      return `by Azure Trusted Signing, as ${signing.account.publisherName}`;
    case 'certificate':
      return 'by the certificate in WIN_CSC_LINK';
    case 'not-needed':
      return 'none: packages for Linux are proven by their checksums';
    case 'unsigned':
      return `none: ${signing.reason}; the files say "unsigned"`;
    case 'incomplete':
      return `set up by half: ${signing.reason}`;
    default:
      return assertNever(signing);
  }
}

function whyItStops(system: System, { platform, has }: Machine): string {
  const here = systemOf(platform);
  switch (system) {
    case 'mac':
      return here === 'mac' ? nothing : 'here: only macOS has the tools that sign a bundle and make a disk image';
    case 'win':
      return here === 'win' || has('wine')
        ? nothing
        : 'here: the uninstaller is made by running the installer, which needs Windows or Wine';
    case 'linux':
      if (here === 'win') return 'here: links and rights of a package for Linux cannot be kept on Windows';
      return has('rpmbuild') ? nothing : 'at the .rpm: rpmbuild is not installed';
    default:
      return assertNever(system);
  }
}

const nothing = 'at the download of Electron, the first thing that a rehearsal leaves out';

import type { Configuration } from 'electron-builder';

import { assertNever } from '../../../shared/assertNever.ts';
import { signingOf } from './signing.ts';
import type { Signing } from './signing.ts';
import type { System } from './system.ts';

/** One run of electron-builder. */
export interface Run {
  /** What to add to its configuration file. */
  readonly configuration: Configuration;
  readonly args: readonly string[];
}

/** Where the program for Windows lies after the first run, by processor; electron-builder's names. */
const unpacked = { x64: 'win-unpacked', arm64: 'win-arm64-unpacked' } as const;

/**
 * What `npm run dist` has electron-builder do for a system, one after the other. `more`: arguments as they were given.
 *
 * @throws when signing is set up by half
 */
export function runsFor(system: System, more: readonly string[], env: NodeJS.ProcessEnv): readonly Run[] {
  const signing = signingOf(system, env);
  if (signing.kind === 'incomplete') throw new Error(`${system}: ${signing.reason}`);
  const signed = signatureOf(signing);
  const main: Run = {
    configuration: { extends: 'electron-builder.yml', ...signed, publish: updateServer(signing, env) },
    args: [`--${system}`, ...more],
  };
  if (system !== 'win' || more.includes('--dir')) return [main];

  const asked = (['x64', 'arm64'] as const).filter((arch) => more.includes(`--${arch}`));
  const archs = asked.length > 0 ? asked : (['x64', 'arm64'] as const);
  const rest = more.filter((argument) => argument !== '--x64' && argument !== '--arm64');
  return [
    main,
    // The program is packed and signed already. Updates are described once, by the first run.
    ...archs.map((arch): Run => ({
      configuration: { extends: 'electron-builder-assisted.yml', ...signed, publish: null },
      args: ['--win', 'nsis', `--${arch}`, '--prepackaged', `release/${unpacked[arch]}`, ...rest],
    })),
  ];
}

/** A package that is not signed has no app-update.yml, and hence no updates: nothing would prove whose they are. */
function updateServer(
  signing: Signing,
  env: NodeJS.ProcessEnv,
): { readonly provider: 'generic'; readonly url: string } | null {
  const url = env['RINGSIDE_UPDATE_URL'];
  return url && signing.kind !== 'unsigned' ? { provider: 'generic', url } : null;
}

function signatureOf(signing: Signing): Configuration {
  // Without a name of its own, a system takes the one that does not say "unsigned".
  const named = { artifactName: null };
  switch (signing.kind) {
    case 'apple':
      return { forceCodeSigning: true, mac: { ...named, notarize: true } };
    case 'azure':
      return { forceCodeSigning: true, win: { ...named, azureSignOptions: { ...signing.account } } };
    case 'certificate':
      return { forceCodeSigning: true, win: { ...named, signtoolOptions: { signingHashAlgorithms: ['sha256'] } } };
    case 'unsigned':
      // Macs with Apple's own processor run nothing without a signature: it gets one that names nobody. The hardened
      // runtime would not let such a program load its own framework.
      return { mac: { identity: '-', hardenedRuntime: false, notarize: false } };
    case 'incomplete':
    case 'not-needed':
      return {};
    default:
      return assertNever(signing);
  }
}

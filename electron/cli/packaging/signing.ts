import { assertNever } from '../../../shared/assertNever.ts';
import type { System } from './system.ts';

/** How the packages for a system are signed, by what the environment holds. */
export type Signing =
  | { readonly kind: 'apple' }
  | { readonly kind: 'azure'; readonly account: AzureAccount }
  | { readonly kind: 'certificate' }
  /** Packages for Linux carry none; what proves them is published beside them. */
  | { readonly kind: 'not-needed' }
  | { readonly kind: 'unsigned'; readonly reason: string }
  /** Some of it is set: a slip that must not end in an unsigned package. */
  | { readonly kind: 'incomplete'; readonly reason: string };

/** In the words of electron-builder, which reads who we are (AZURE_TENANT_ID and so on) from the environment itself. */
export interface AzureAccount {
  readonly endpoint: string;
  readonly codeSigningAccountName: string;
  readonly certificateProfileName: string;
  readonly publisherName: string;
}

const azure = [
  'AZURE_TENANT_ID',
  'AZURE_CLIENT_ID',
  'AZURE_CLIENT_SECRET',
  'AZURE_SIGNING_ENDPOINT',
  'AZURE_SIGNING_ACCOUNT',
  'AZURE_SIGNING_PROFILE',
  'AZURE_SIGNING_PUBLISHER',
] as const;

/** Apple's notary wants one of these. */
const notaries = [
  ['APPLE_API_KEY', 'APPLE_API_KEY_ID', 'APPLE_API_ISSUER'],
  ['APPLE_ID', 'APPLE_APP_SPECIFIC_PASSWORD', 'APPLE_TEAM_ID'],
  ['APPLE_KEYCHAIN_PROFILE'],
] as const;

/** A variable that is empty, as an absent secret is in a workflow, counts as not set. */
export function signingOf(system: System, env: NodeJS.ProcessEnv): Signing {
  const isSet = (name: string) => Boolean(env[name]);
  switch (system) {
    case 'mac':
      return apple(isSet);
    case 'win':
      return windows(isSet, (name) => env[name] ?? '');
    case 'linux':
      return { kind: 'not-needed' };
    default:
      return assertNever(system);
  }
}

function apple(isSet: (name: string) => boolean): Signing {
  const hasIdentity = isSet('CSC_LINK') || isSet('CSC_NAME');
  const begun = notaries.filter((names) => names.some(isSet));
  if (!hasIdentity && begun.length === 0) return { kind: 'unsigned', reason: 'CSC_LINK is not set' };
  if (!hasIdentity) return { kind: 'incomplete', reason: 'there is a notary, but CSC_LINK is not set' };
  if (notaries.some((names) => names.every(isSet))) return { kind: 'apple' };
  const missing = (begun[0] ?? notaries[0]).filter((name) => !isSet(name));
  return { kind: 'incomplete', reason: `to notarise, ${listed(missing)} not set` };
}

function windows(isSet: (name: string) => boolean, value: (name: string) => string): Signing {
  const missing = azure.filter((name) => !isSet(name));
  if (missing.length === 0) {
    return {
      kind: 'azure',
      account: {
        endpoint: value('AZURE_SIGNING_ENDPOINT'),
        codeSigningAccountName: value('AZURE_SIGNING_ACCOUNT'),
        certificateProfileName: value('AZURE_SIGNING_PROFILE'),
        publisherName: value('AZURE_SIGNING_PUBLISHER'),
      },
    };
  }
  if (isSet('WIN_CSC_LINK') || isSet('CSC_LINK')) return { kind: 'certificate' };
  if (missing.length === azure.length) {
    return { kind: 'unsigned', reason: 'neither AZURE_SIGNING_ENDPOINT nor WIN_CSC_LINK is set' };
  }
  return { kind: 'incomplete', reason: `to sign with Azure, ${listed(missing)} not set` };
}

function listed(names: readonly string[]): string {
  return `${names.join(', ')} ${names.length === 1 ? 'is' : 'are'}`;
}

import { describe, expect, test } from 'vitest';

import { signingOf } from '../../../electron/cli/packaging/signing.ts';

const azure = {
  AZURE_TENANT_ID: 'tenant',
  AZURE_CLIENT_ID: 'client',
  AZURE_CLIENT_SECRET: 'secret',
  AZURE_SIGNING_ENDPOINT: 'https://weu.example.net',
  AZURE_SIGNING_ACCOUNT: 'account',
  AZURE_SIGNING_PROFILE: 'profile',
  AZURE_SIGNING_PUBLISHER: 'Ringside Ltd',
};
const notary = { APPLE_API_KEY: '/key.p8', APPLE_API_KEY_ID: 'id', APPLE_API_ISSUER: 'issuer' };

describe('a package for macOS', () => {
  test('is signed with a certificate and a notary, whichever of its keys there is', () => {
    expect(signingOf('mac', { CSC_LINK: 'base64', ...notary })).toEqual({ kind: 'apple' });
    expect(signingOf('mac', { CSC_NAME: 'Ringside Ltd', APPLE_KEYCHAIN_PROFILE: 'ci' })).toEqual({ kind: 'apple' });
  });

  test('is unsigned without both, also when a workflow hands over empty secrets', () => {
    expect(signingOf('mac', { CSC_LINK: '', APPLE_API_KEY: '' })).toEqual({
      kind: 'unsigned',
      reason: 'CSC_LINK is not set',
    });
  });

  test('that is signed and not notarised would not open: half of it is an error that names the rest', () => {
    expect(signingOf('mac', { CSC_LINK: 'base64' })).toMatchObject({
      kind: 'incomplete',
      reason: expect.stringContaining('APPLE_API_KEY, APPLE_API_KEY_ID, APPLE_API_ISSUER are not set'),
    });
    expect(signingOf('mac', { CSC_LINK: 'base64', ...notary, APPLE_API_ISSUER: '' })).toMatchObject({
      reason: expect.stringMatching(/ APPLE_API_ISSUER is not set$/),
    });
    expect(signingOf('mac', notary)).toMatchObject({ kind: 'incomplete', reason: expect.stringContaining('CSC_LINK') });
  });
});

describe('a package for Windows', () => {
  test('is signed by Azure, or by a certificate', () => {
    expect(signingOf('win', azure)).toEqual({
      kind: 'azure',
      account: {
        endpoint: 'https://weu.example.net',
        codeSigningAccountName: 'account',
        certificateProfileName: 'profile',
        publisherName: 'Ringside Ltd',
      },
    });
    expect(signingOf('win', { WIN_CSC_LINK: 'base64' })).toEqual({ kind: 'certificate' });
  });

  test('is unsigned without either', () => {
    expect(signingOf('win', {})).toMatchObject({ kind: 'unsigned', reason: expect.stringContaining('WIN_CSC_LINK') });
  });

  test.each(Object.keys(azure))('with all of Azure but %s is an error that names it', (name) => {
    expect(signingOf('win', { ...azure, [name]: '' })).toEqual({
      kind: 'incomplete',
      reason: `to sign with Azure, ${name} is not set`,
    });
  });
});

test('packages for Linux need no signature', () => {
  expect(signingOf('linux', { CSC_LINK: 'base64' })).toEqual({ kind: 'not-needed' });
});

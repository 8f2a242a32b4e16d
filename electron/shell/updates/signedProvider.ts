import { basename } from 'node:path';

import type { AppUpdater, CancellationToken } from 'electron-updater';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';

import { provenBody } from './signature.ts';
import type { UpdateSource } from './source.ts';

/**
 * For electron-updater: a folder on a web server whose descriptions of versions count only when they are signed. `token`
 * breaks asking for one off.
 */
export function signedProvider({ url, publicKey }: UpdateSource, token: () => CancellationToken) {
  return class SignedProvider extends GenericProvider {
    constructor(_options: unknown, updater: AppUpdater, runtimeOptions: ProviderRuntimeOptions) {
      super({ provider: 'generic', url }, updater, runtimeOptions);
    }

    /** Only descriptions are asked for in this way. */
    protected override async httpRequest(address: URL): Promise<string | null> {
      const text = await super.httpRequest(address, null, token());
      return provenBody(basename(address.pathname), text ?? '', publicKey);
    }

    /** Not every server with files has an answer to several ranges at once. */
    override get isUseMultipleRangeRequest(): boolean {
      return false;
    }

    /** The library would tell the server who asks, by a number that stays the same. */
    override setRequestHeaders(): void {
      super.setRequestHeaders(null);
    }
  };
}

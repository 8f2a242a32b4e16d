import { basename } from 'node:path';

import type { AppUpdater } from 'electron-updater';
import { GenericProvider } from 'electron-updater/out/providers/GenericProvider.js';
import type { ProviderRuntimeOptions } from 'electron-updater/out/providers/Provider.js';

import { provenBody } from './signature.ts';
import type { UpdateSource } from './source.ts';

/** For electron-updater: a folder on a web server whose descriptions of versions count only when they are signed. */
export function signedProvider({ url, publicKey }: UpdateSource) {
  return class SignedProvider extends GenericProvider {
    constructor(_options: unknown, updater: AppUpdater, runtimeOptions: ProviderRuntimeOptions) {
      super({ provider: 'generic', url }, updater, runtimeOptions);
    }

    /** Only descriptions are asked for in this way. */
    protected override async httpRequest(address: URL): Promise<string | null> {
      const text = await super.httpRequest(address);
      return provenBody(basename(address.pathname), text ?? '', publicKey);
    }

    /** The library would tell the server who asks, by a number that stays the same. */
    override setRequestHeaders(): void {
      super.setRequestHeaders(null);
    }
  };
}

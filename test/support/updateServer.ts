import { createHash, generateKeyPairSync } from 'node:crypto';
import { createServer } from 'node:http';
import type { IncomingHttpHeaders, ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';

import { onTestFinished } from 'vitest';

import { publicKeyOf, signDescription } from '../../electron/cli/releasing/signDescription.ts';
import type { UpdateSource } from '../../electron/shell/updates/source.ts';

/** A key of our own, in the form that the release's secrets have. */
export function newSecretKey(): string {
  const { privateKey } = generateKeyPairSync('ed25519');
  return privateKey.export({ format: 'der', type: 'pkcs8' }).toString('base64');
}

interface Release {
  readonly version: string;
  readonly channel?: 'latest' | 'beta';
  /** What the program is. */
  readonly program?: string;
  /** What the description says of the program; the truth where absent. */
  readonly sha512?: string;
  readonly notes?: string;
  readonly rollout?: number;
  /** Where its program lies, when not beside the description. */
  readonly filesAt?: string;
  /** The release's own where absent; null for none. */
  readonly signedWith?: string | null;
}

export interface UpdateServer {
  readonly source: UpdateSource;
  /** Where the description for this system lies. */
  readonly description: (channel?: 'latest' | 'beta') => string;
  /** Puts a version on the server, in place of the one before it in its channel. Returns the path of its program. */
  publish(release: Release): string;
  /** Answers this path otherwise from now on; with null as before. */
  answer(path: string, how: ((response: ServerResponse) => void) | null): void;
  /** Paths that were asked for, without their query, in order. */
  readonly asked: string[];
  readonly headers: IncomingHttpHeaders[];
  close(): Promise<void>;
}

/** A web server with versions of Ringside for Linux, on a free port; closed when the test is over. */
export async function startUpdateServer(): Promise<UpdateServer> {
  const secretKey = newSecretKey();
  const files = new Map<string, string>();
  const special = new Map<string, (response: ServerResponse) => void>();
  const asked: string[] = [];
  const headers: IncomingHttpHeaders[] = [];
  const server = createServer((request, response) => {
    const path = new URL(request.url ?? '/', 'http://here').pathname;
    asked.push(path);
    headers.push(request.headers);
    const how = special.get(path);
    const file = files.get(path);
    if (how !== undefined) how(response);
    else if (file === undefined) response.writeHead(404).end();
    else response.writeHead(200, { 'content-length': Buffer.byteLength(file) }).end(file);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const close = () =>
    new Promise<void>((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  onTestFinished(close);
  const { port } = server.address() as AddressInfo;
  const arch = process.arch === 'x64' ? '' : `-${process.arch}`;
  const description = (channel: 'latest' | 'beta' = 'latest') => `/${channel}-linux${arch}.yml`;

  return {
    source: { url: `http://127.0.0.1:${port}/`, publicKey: publicKeyOf(secretKey) },
    description,
    asked,
    headers,
    close,
    answer(path, how) {
      if (how === null) special.delete(path);
      else special.set(path, how);
    },
    publish({
      version,
      channel = 'latest',
      program = `program ${version}`,
      sha512,
      notes,
      rollout,
      filesAt,
      signedWith,
    }) {
      const name = `Ringside-${version}-${process.arch}.AppImage`;
      files.set(`/${name}`, program);
      const text = [
        `version: ${version}`,
        'files:',
        `  - url: ${name}`,
        `    sha512: ${sha512 ?? createHash('sha512').update(program).digest('base64')}`,
        `    size: ${Buffer.byteLength(program)}`,
        ...(notes === undefined ? [] : [`releaseNotes: ${JSON.stringify(notes)}`]),
        '',
      ].join('\n');
      const path = description(channel);
      const key = signedWith === undefined ? secretKey : signedWith;
      files.set(path, key === null ? text : signDescription(path.slice(1), text, key, { rollout, filesAt }));
      return `/${name}`;
    },
  };
}

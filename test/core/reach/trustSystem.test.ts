import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { expect, onTestFinished, test } from 'vitest';

import { tempFolder } from '../../support/tempFolder.ts';

const sender = join(import.meta.dirname, '../../support/sender.ts');

/** A server whose certificate nobody knows but who is given its file. */
async function inspected(): Promise<{ url: string; certificateFile: string }> {
  const folder = tempFolder();
  const [key, certificateFile] = [join(folder, 'key.pem'), join(folder, 'cert.pem')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost'];
  execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', certificateFile], { stdio: 'ignore' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(certificateFile) }, (_request, response) => {
    response.end('{}');
  }).listen(0, '127.0.0.1');
  await once(server, 'listening');
  onTestFinished(() => void server.close());
  return { url: `https://localhost:${(server.address() as AddressInfo).port}/`, certificateFile };
}

async function sent(url: string, env: Record<string, string>): Promise<unknown> {
  const { stdout } = await promisify(execFile)(process.execPath, [sender, url], { env: { ...process.env, ...env } });
  return JSON.parse(stdout);
}

test('an authority that this computer trusts is trusted, as in an office that inspects its traffic', async ({
  skip,
}) => {
  if (process.platform !== 'linux') skip('where the system keeps its authorities is set by a variable on Linux alone');
  const { url, certificateFile } = await inspected();
  expect(await sent(url, { SSL_CERT_FILE: certificateFile })).toMatchObject({ kind: 'answered', status: 200 });
});

test('one that it does not trust is not', async () => {
  const { url } = await inspected();
  expect(await sent(url, {})).toMatchObject({ kind: 'failed', trouble: { code: 'tls' } });
});

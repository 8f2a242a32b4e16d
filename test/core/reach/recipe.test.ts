import { execFile, execFileSync } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { type IncomingHttpHeaders, createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { promisify } from 'node:util';

import { describe, expect, onTestFinished, test } from 'vitest';

import { sshArguments } from '../../../electron/core/reach/providers/ssh.ts';
import { sshIdentity } from '../../../electron/core/reach/ssh/identity.ts';
import { knownHostsFile } from '../../../electron/core/reach/ssh/knownHosts.ts';
import { sshRecipe } from '../../../electron/core/reach/ssh/recipe.ts';
import type { TunnelEvent } from '../../../electron/core/reach/tunnel.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { freePort } from '../../support/port.ts';
import { awkwardFolder, overSsh } from '../../support/sshTunnels.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { startTunnelServer, tunnelServerProblem } from '../../support/tunnelServer.ts';

const problem = tunnelServerProblem();
const settings = {
  ...defaultSettings.reach.ssh,
  host: 'h.example',
  user: 'root',
  url: 'https://hooks.example.com/pbx/',
};

describe('the recipe', () => {
  test('is one that sshd and nginx take', ({ skip }) => {
    if (problem !== null) skip(problem);
    const folder = tempFolder();
    const file = (name: string) => join(folder, name);
    const { sshdBlock, nginxBlock } = sshRecipe(settings, 'ssh-ed25519 AAAA ringside', null);
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file('host_key')]);
    writeFileSync(file('sshd_config'), `HostKey ${file('host_key')}\n${sshdBlock}`);
    expect(execFileSync('/usr/sbin/sshd', ['-t', '-f', file('sshd_config')], { encoding: 'utf8' })).toBe('');

    execFileSync(
      'openssl',
      [
        'req',
        '-x509',
        '-newkey',
        'ec',
        '-pkeyopt',
        'ec_paramgen_curve:prime256v1',
        '-nodes',
        '-subj',
        '/CN=h',
        '-keyout',
        file('privkey.pem'),
        '-out',
        file('fullchain.pem'),
      ],
      { stdio: 'ignore' },
    );
    const block = nginxBlock.replaceAll('/etc/letsencrypt/live/hooks.example.com', folder);
    writeFileSync(file('nginx.conf'), `pid ${file('pid')};\nevents {}\nhttp {\n${block}\n}\n`);
    execFileSync('/usr/sbin/nginx', ['-t', '-q', '-p', folder, '-c', file('nginx.conf')]);
    expect(nginxBlock).toContain('location /pbx/hooks/ {');
  });

  test('lets events through, with the sender that nginx sees, and nothing else', async ({ skip }) => {
    if (problem !== null) skip(problem);
    const server = await startTunnelServer();
    const dataDir = awkwardFolder();
    await server.admit(dataDir);
    const seen: { path: string | undefined; headers: IncomingHttpHeaders }[] = [];
    const listener = createServer(({ url, headers }, response) => {
      seen.push({ path: url, headers });
      response.writeHead(200).end();
    }).listen(0, '127.0.0.1');
    await once(listener, 'listening');
    const end = new AbortController();
    const events: TunnelEvent[] = [];
    const { port } = listener.address() as AddressInfo;
    const over = (async () => {
      for await (const event of overSsh(server, dataDir).run(port, end.signal)) events.push(event);
    })();
    onTestFinished(async () => {
      end.abort();
      await over;
      listener.close();
      listener.closeAllConnections();
    });
    await expect.poll(() => events.at(-1)).toEqual({ kind: 'connected' });

    const post = async (path: string, body: string) => {
      const sent = request(`${server.settings.url}${path}`, {
        method: 'POST',
        ca: server.certificate,
        agent: false,
        headers: { 'x-real-ip': '203.0.113.9' },
      });
      sent.on('error', () => {});
      sent.end(body);
      const [response] = (await once(sent, 'response')) as [{ statusCode: number; resume(): void }];
      response.resume();
      return response.statusCode;
    };
    expect(await post('/hooks/token', '{}')).toBe(200);
    expect(seen).toMatchObject([{ path: '/hooks/token', headers: { 'x-real-ip': '127.0.0.1' } }]);
    expect(await post('/hooks/token', 'x'.repeat(65_537))).toBe(413);
    expect(await post('/', '{}')).toBe(404);
    expect(await post('/other', '{}')).toBe(404);
    expect(seen).toHaveLength(1);
    // The web server is another user; the folder keeps everybody else out.
    expect(statSync(server.settings.socket).mode & 0o777).toBe(0o666);
  });

  test('lets the key do nothing else on the server', async ({ skip }) => {
    if (problem !== null) skip(problem);
    const server = await startTunnelServer();
    const dataDir = awkwardFolder();
    await server.admit(dataDir);
    const { privateKeyFile } = sshIdentity(dataDir);
    const args = sshArguments(server.settings, privateKeyFile, knownHostsFile(dataDir), 9);
    const port = await freePort();
    const wish = (...wanted: string[]) => {
      const forward = args.indexOf('-R');
      const others = args.filter((arg, index) => arg !== '-NTax' && index !== forward && index !== forward + 1);
      return promisify(execFile)('ssh', [...wanted, ...others, ...(wanted.includes('-N') ? [] : ['id'])]);
    };
    await expect(wish('-N', '-R', `${port}:127.0.0.1:9`)).rejects.toThrow(/remote port forwarding failed/);
    await expect(wish()).rejects.toMatchObject({ code: 1, stdout: '' });
  });
});

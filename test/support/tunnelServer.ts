import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { connect } from 'node:net';
import { userInfo } from 'node:os';
import { join } from 'node:path';

import { expect, onTestFinished } from 'vitest';

import { hostKeys } from '../../electron/core/reach/ssh/hostKeys.ts';
import { sshIdentity } from '../../electron/core/reach/ssh/identity.ts';
import { pinHostKey } from '../../electron/core/reach/ssh/knownHosts.ts';
import { sshRecipe } from '../../electron/core/reach/ssh/recipe.ts';
import type { ReachSettings } from '../../shared/reach.ts';
import { freePort } from './port.ts';
import { processTree } from './processTree.ts';
import { tempFolder } from './tempFolder.ts';

const sshd = '/usr/sbin/sshd';
const nginx = '/usr/sbin/nginx';

/** Why no server can be had here; null when one can. For `skip`. */
export function tunnelServerProblem(): string | null {
  if (process.platform !== 'linux') return 'the server of the tunnel tests is started on Linux alone';
  const missing = [sshd, nginx, '/usr/bin/openssl'].filter((program) => !existsSync(program));
  return missing.length === 0
    ? null
    : `no ${missing.join(', no ')}: apt-get install openssh-server openssh-client nginx-light openssl`;
}

/** A server on the internet, on loopback: sshd, and nginx with TLS before its socket, set up by our own recipe. */
export interface TunnelServer {
  /** Where it is, and its public address. */
  readonly settings: ReachSettings['ssh'];
  /** The file with the certificate that whoever uses the public address has to trust. */
  readonly certificateFile: string;
  readonly certificate: string;
  /** What the recipe's user would do: our key is let in, and the server's key is trusted. */
  admit(dataDir: string): Promise<void>;
  /** Nobody is let in any more. */
  refuseKeys(): void;
  /** Ends the sessions, and listens on. */
  cut(): void;
  /** Half open: the sessions answer nothing any more, and close nothing either; new ones are taken. */
  freezeSessions(): void;
  /** Nothing is answered any more. */
  freeze(): void;
  thaw(): void;
  stopSsh(): Promise<void>;
  startSsh(): Promise<void>;
  /** Comes back with another key, as an impostor or after a new installation. */
  changeHostKey(): Promise<void>;
}

/** Starts one on free ports; it is gone when the test is over. */
export async function startTunnelServer(): Promise<TunnelServer> {
  const folder = tempFolder();
  const [sshPort, webPort] = [await freePort(), await freePort()];
  const settings: ReachSettings['ssh'] = {
    host: '127.0.0.1',
    port: sshPort,
    user: userInfo().username,
    socket: join(folder, 'hook.sock'),
    url: `https://localhost:${webPort}`,
  };
  const { sshdBlock, nginxBlock } = sshRecipe(settings, '', null);
  const file = (name: string) => join(folder, name);
  const makeHostKey = () => {
    rmSync(file('host_key'), { force: true });
    execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', '', '-f', file('host_key')]);
  };
  makeHostKey();
  makeCertificate(folder);
  writeFileSync(file('authorized_keys'), '');
  writeFileSync(
    file('sshd_config'),
    [
      `Port ${sshPort}`,
      'ListenAddress 127.0.0.1',
      `HostKey ${file('host_key')}`,
      `AuthorizedKeysFile ${file('authorized_keys')}`,
      'PidFile none',
      'UsePAM no',
      'StrictModes no',
      sshdBlock,
    ].join('\n'),
  );
  writeFileSync(file('nginx.conf'), nginxConfig(folder, nginxBlock));

  let ssh = await startSshd(file('sshd_config'));
  const web = spawn(nginx, ['-p', folder, '-c', file('nginx.conf')], { stdio: ['ignore', 'inherit', 'inherit'] });
  const signalSsh = (signal: NodeJS.Signals, pids = processTree(ssh.pid ?? 0)) =>
    pids.forEach((pid) => send(pid, signal));
  const stopSsh = async () => {
    if (ssh.exitCode !== null || ssh.signalCode !== null) return;
    const closed = once(ssh, 'close');
    signalSsh('SIGKILL');
    await closed;
  };
  onTestFinished(async () => {
    await stopSsh();
    const closed = once(web, 'close');
    web.kill('SIGTERM');
    await closed;
  });
  await expect.poll(() => answers(webPort)).toBe(true);

  const startSsh = async () => {
    ssh = await startSshd(file('sshd_config'));
  };
  return {
    settings,
    certificateFile: file('certificate.pem'),
    certificate: readFileSync(file('certificate.pem'), 'utf8'),
    async admit(dataDir) {
      const { publicKey } = sshIdentity(dataDir);
      writeFileSync(file('authorized_keys'), `${sshRecipe(settings, publicKey, null).authorizedKeysLine}\n`);
      const shown = await hostKeys(settings.host, settings.port);
      const [key] = shown.kind === 'keys' ? shown.keys : [];
      if (key === undefined) throw new Error(`no host key: ${JSON.stringify(shown)}`);
      expect(pinHostKey(dataDir, settings.host, settings.port, key)).toBe(true);
    },
    refuseKeys: () => writeFileSync(file('authorized_keys'), ''),
    cut: () => signalSsh('SIGKILL', processTree(ssh.pid ?? 0).slice(1)),
    freezeSessions: () => signalSsh('SIGSTOP', processTree(ssh.pid ?? 0).slice(1)),
    freeze: () => signalSsh('SIGSTOP'),
    thaw: () => signalSsh('SIGCONT'),
    stopSsh,
    startSsh,
    async changeHostKey() {
      await stopSsh();
      makeHostKey();
      await startSsh();
    },
  };
}

async function startSshd(config: string): Promise<ChildProcess> {
  // Where sshd of root goes to be nobody.
  if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });
  const child = spawn(sshd, ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] });
  let said = '';
  child.stderr.setEncoding('utf8').on('data', (text: string) => {
    said += text;
  });
  await expect.poll(() => said, { message: 'what sshd says' }).toContain('Server listening');
  return child;
}

function makeCertificate(folder: string): void {
  const [key, certificate] = [join(folder, 'key.pem'), join(folder, 'certificate.pem')];
  const kind = ['-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '2'];
  const name = ['-subj', '/CN=localhost', '-addext', 'subjectAltName=DNS:localhost,IP:127.0.0.1'];
  execFileSync('openssl', ['req', ...kind, ...name, '-keyout', key, '-out', certificate], { stdio: 'ignore' });
}

/** The recipe's block as it is, but for what only a real server has: a certificate, and an address of its own. */
function nginxConfig(folder: string, block: string): string {
  const ours = block
    .replace(/ssl_certificate .*;/, `ssl_certificate ${folder}/certificate.pem;`)
    .replace(/ssl_certificate_key .*;/, `ssl_certificate_key ${folder}/key.pem;`)
    .replace(/listen (\d+) ssl;/, 'listen 127.0.0.1:$1 ssl;')
    .replace(/error_log .*;/, 'error_log /dev/null crit;');
  const temp = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map(
    (what) => `${what}_temp_path ${folder}/${what};`,
  );
  return [
    'daemon off;',
    ...(process.getuid?.() === 0 ? ['user root;'] : []),
    'worker_processes 1;',
    `pid ${folder}/nginx.pid;`,
    'error_log /dev/null crit;',
    'events {}',
    `http { access_log off; ${temp.join(' ')}`,
    ours,
    '}',
  ].join('\n');
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch {
    // Gone meanwhile.
  }
}

/** Somebody listens on this port. */
async function answers(port: number): Promise<boolean> {
  const socket = connect(port, '127.0.0.1');
  try {
    await once(socket, 'connect');
    return true;
  } catch {
    return false;
  } finally {
    socket.destroy();
  }
}

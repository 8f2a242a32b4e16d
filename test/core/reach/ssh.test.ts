import { execFileSync, spawn } from 'node:child_process';
import { once } from 'node:events';
import { statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { describe, expect, onTestFinished, test } from 'vitest';

import { sshArguments } from '../../../electron/core/reach/providers/ssh.ts';
import { hostKeys } from '../../../electron/core/reach/ssh/hostKeys.ts';
import { sshIdentity } from '../../../electron/core/reach/ssh/identity.ts';
import { pinHostKey, pinnedHostKey } from '../../../electron/core/reach/ssh/knownHosts.ts';
import { defaultSettings } from '../../../shared/settings.ts';
import { processTree, processes } from '../../support/processTree.ts';
import { awkwardFolder, overLibrary, overSsh, sshOf } from '../../support/sshTunnels.ts';
import { supervised } from '../../support/supervised.ts';
import { tempFolder } from '../../support/tempFolder.ts';
import { startTunnelServer, tunnelServerProblem } from '../../support/tunnelServer.ts';

const problem = tunnelServerProblem();

describe.each([
  ['the ssh program', overSsh],
  ['the ssh library', overLibrary],
])('a tunnel by %s', (_name, tunnelOf) => {
  test('comes up, is replaced when it is cut and when the server was away, and leaves nothing behind', async ({
    skip,
  }) => {
    if (problem !== null) skip(problem);
    const server = await startTunnelServer();
    const dataDir = awkwardFolder();
    await server.admit(dataDir);
    const { reach, states } = await supervised(tunnelOf(server, dataDir), server.certificate);
    const kind = () => reach.state().kind;
    await expect.poll(kind).toBe('up');
    expect(reach.url()).toBe(server.settings.url);

    server.cut();
    await expect.poll(() => states.length).toBeGreaterThan(2);
    await expect.poll(kind).toBe('up');

    await server.stopSsh();
    await expect.poll(() => reach.state()).toMatchObject({ kind: 'down', trouble: { code: 'unreachable' } });
    await server.startSsh();
    await expect.poll(kind).toBe('up');

    await reach.stop();
    expect(sshOf(server)).toEqual([]);
  });

  test('waits for the user when the key is refused', async ({ skip }) => {
    if (problem !== null) skip(problem);
    const server = await startTunnelServer();
    const dataDir = awkwardFolder();
    await server.admit(dataDir);
    server.refuseKeys();
    const { reach } = await supervised(tunnelOf(server, dataDir), server.certificate);
    await expect.poll(() => reach.state()).toMatchObject({ kind: 'blocked', trouble: { code: 'auth-refused' } });
    await server.admit(dataDir);
    reach.restart();
    await expect.poll(() => reach.state().kind).toBe('up');
  });

  test('does not talk to a server that shows another key', async ({ skip }) => {
    if (problem !== null) skip(problem);
    const server = await startTunnelServer();
    const dataDir = awkwardFolder();
    await server.admit(dataDir);
    await server.changeHostKey();
    const { reach } = await supervised(tunnelOf(server, dataDir), server.certificate);
    await expect.poll(() => reach.state()).toMatchObject({ kind: 'blocked', trouble: { code: 'host-key-changed' } });
  });

  test('says that the server does not listen for it', async ({ skip }) => {
    if (problem !== null) skip(problem);
    const server = await startTunnelServer();
    const dataDir = awkwardFolder();
    await server.admit(dataDir);
    const elsewhere = { ...server, settings: { ...server.settings, socket: '/nowhere/hook.sock' } };
    const { reach } = await supervised(tunnelOf(elsewhere, dataDir), server.certificate);
    await expect.poll(() => reach.state()).toMatchObject({ kind: 'blocked', trouble: { code: 'forward-refused' } });
  });

  test('goes to sleep with the machine and is fresh after it', async ({ skip }) => {
    if (problem !== null) skip(problem);
    const server = await startTunnelServer();
    const dataDir = awkwardFolder();
    await server.admit(dataDir);
    const { reach } = await supervised(tunnelOf(server, dataDir), server.certificate);
    await expect.poll(() => reach.state().kind).toBe('up');
    reach.suspend();
    await expect.poll(() => sshOf(server)).toEqual([]);
    expect(reach.state()).toMatchObject({ kind: 'down', trouble: { code: 'asleep' } });
    reach.resume();
    await expect.poll(() => reach.state().kind).toBe('up');
  });
});

describe('the ssh program', () => {
  test('ends with us when we are killed', async ({ skip }) => {
    if (problem !== null) skip(problem);
    const server = await startTunnelServer();
    const dataDir = awkwardFolder();
    await server.admit(dataDir);
    const script = join(import.meta.dirname, '../../support/killableTunnel.ts');
    const child = spawn(process.execPath, [script, dataDir, JSON.stringify(server.settings)], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    onTestFinished(() => void child.kill('SIGKILL'));
    for await (const line of createInterface({ input: child.stdout })) if (line.includes('connected')) break;
    const all = processTree(child.pid ?? 0);
    expect(sshOf(server)).toHaveLength(1);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
    await expect.poll(() => processes().filter(({ pid }) => all.includes(pid))).toEqual([]);
  });

  test('ends when only its watcher is killed', async ({ skip }) => {
    if (problem !== null) skip(problem);
    const server = await startTunnelServer();
    const dataDir = awkwardFolder();
    await server.admit(dataDir);
    const { reach, states } = await supervised(overSsh(server, dataDir), server.certificate);
    await expect.poll(() => reach.state().kind).toBe('up');
    const [ssh] = sshOf(server);
    process.kill(ssh?.parent ?? 0, 'SIGKILL');
    await expect.poll(() => states.some(({ kind }) => kind === 'down')).toBe(true);
    await expect.poll(() => reach.state().kind).toBe('up');
    expect(sshOf(server).map(({ pid }) => pid)).not.toContain(ssh?.pid);
    expect(sshOf(server)).toHaveLength(1);
  });

  test('has no secret among its arguments', () => {
    const dataDir = tempFolder();
    const { privateKeyFile } = sshIdentity(dataDir);
    const args = sshArguments({ ...defaultSettings.reach.ssh, host: 'h' }, privateKeyFile, `${dataDir}/known`, 9);
    expect(args).toContain(`-oIdentityFile="${privateKeyFile}"`);
    expect(args.join(' ')).not.toContain('PRIVATE KEY');
  });
});

describe('the key pair', () => {
  test('is one that ssh-keygen reads, is made once, and is for its owner alone', ({ skip }) => {
    const dataDir = tempFolder();
    const { privateKeyFile, publicKey } = sshIdentity(dataDir);
    expect(sshIdentity(dataDir).publicKey).toBe(publicKey);
    expect(statSync(privateKeyFile).mode & 0o777).toBe(0o600);
    if (problem !== null) skip(problem);
    const read = execFileSync('ssh-keygen', ['-y', '-P', '', '-f', privateKeyFile], { encoding: 'utf8' });
    expect(read.trim()).toBe(publicKey);
  });
});

describe('the keys of a server', () => {
  test('have the fingerprints that OpenSSH prints, and one is trusted by its line', async ({ skip }) => {
    if (problem !== null) skip(problem);
    const { settings } = await startTunnelServer();
    const { host, port } = settings;
    const shown = await hostKeys(host, port);
    if (shown.kind === 'failed') throw new Error(JSON.stringify(shown));
    const file = join(tempFolder(), 'known_hosts');
    writeFileSync(file, shown.keys.map(({ line }) => line).join('\n'));
    const printed = execFileSync('ssh-keygen', ['-l', '-f', file], { encoding: 'utf8' });
    expect(shown.keys.map(({ fingerprint }) => fingerprint)).toEqual(printed.match(/SHA256:\S+/g));

    const [key] = shown.keys;
    if (key === undefined) throw new Error('no key');
    const dataDir = tempFolder();
    expect(pinHostKey(dataDir, 'other.example', port, key)).toBe(false);
    expect(pinHostKey(dataDir, host, port, { ...key, fingerprint: 'SHA256:other' })).toBe(false);
    expect(pinnedHostKey(dataDir, host, port)).toBeNull();
    expect(pinHostKey(dataDir, host, port, key)).toBe(true);
    expect(pinnedHostKey(dataDir, host, port)).toEqual(key);
    expect(pinnedHostKey(dataDir, host, 22)).toBeNull();
  });
});

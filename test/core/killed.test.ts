import { type ChildProcess, spawn } from 'node:child_process';
import { Agent, request } from 'node:http';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

import { expect, onTestFinished, test } from 'vitest';

import { openStore } from '../../electron/core/store/open.ts';
import { tempFolder } from '../support/tempFolder.ts';
import { ringEvent } from '../support/wire.ts';

/** How often the core is killed. */
const kills = Number(process.env['RINGSIDE_KILLS'] ?? 10);
const connections = 8;

test(
  'every event that was acknowledged is in the log, however the core is killed',
  { timeout: kills * 10_000 },
  async () => {
    const dataDir = tempFolder();
    const acknowledged: string[] = [];
    for (let round = 0; round < kills; round += 1) {
      const core = await startCore(dataDir);
      const after = acknowledged.length + 1 + Math.floor(Math.random() * 150);
      await Promise.all(
        Array.from({ length: connections }, async (_, connection) => {
          const agent = new Agent({ keepAlive: true, maxSockets: 1 });
          for (let n = 0; ; n += 1) {
            const ref = `call-${round}-${connection}-${n}`;
            const status = await post(core.webhook, agent, JSON.stringify(ringEvent(Date.now() * 1000, { ref })));
            if (status === null) break;
            expect(status).toBe(200);
            acknowledged.push(ref);
            if (acknowledged.length === after) core.child.kill('SIGKILL');
          }
          agent.destroy();
        }),
      );
      expect(await core.ended).toBe('SIGKILL');
    }

    const opened = openStore(join(dataDir, 'ringside.db'), new Date());
    if (opened.kind !== 'open') throw new Error(`cannot be opened: ${opened.kind}`);
    const { store } = opened;
    onTestFinished(() => store.close());
    expect(opened.movedAside).toBeNull();
    expect(acknowledged.length).toBeGreaterThanOrEqual(kills);
    expect(acknowledged.filter((ref) => store.events.raw(ref).length !== 1)).toEqual([]);
    expect(acknowledged.filter((ref) => store.calls.get(ref) === null)).toEqual([]);
  },
);

interface Core {
  readonly child: ChildProcess;
  readonly webhook: string;
  /** Resolves with the signal that ended it, or null when it ended by itself. */
  readonly ended: Promise<NodeJS.Signals | null>;
}

async function startCore(dataDir: string): Promise<Core> {
  const script = join(import.meta.dirname, '..', 'support', 'killable.ts');
  const child = spawn(process.execPath, [script, dataDir], { stdio: ['ignore', 'pipe', 'inherit'] });
  const ended = new Promise<NodeJS.Signals | null>((resolve) => {
    child.once('exit', (_code, signal) => resolve(signal));
  });
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  for await (const line of createInterface(child.stdout)) {
    if (line.startsWith('Webhook: ')) return { child, ended, webhook: line.slice('Webhook: '.length) };
  }
  throw new Error('The core ended without listening.');
}

/** The status of the answer; null when the core was gone before it had answered whole. */
function post(webhook: string, agent: Agent, body: string): Promise<number | null> {
  return new Promise((resolve) => {
    const sent = request(webhook, { method: 'POST', agent }, (response) => {
      response.resume();
      response.once('end', () => resolve(response.statusCode ?? null));
      response.once('error', () => resolve(null));
    });
    sent.once('error', () => resolve(null));
    sent.end(body);
  });
}

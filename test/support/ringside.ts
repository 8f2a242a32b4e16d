import { onTestFinished } from 'vitest';

import { npmStart } from './start.ts';
import { tempFolder } from './tempFolder.ts';

/** A Ringside started as a user starts it, with `npm start -- --browser`. */
export interface Ringside {
  /** The address that it printed for the browser. */
  readonly url: string;
  /** The address that it printed for the PBX; empty when it was not waited for. */
  readonly webhook: string;
  readonly dataDir: string;
  /** Delivers a body as the PBX does. Resolves with the status it was answered with. */
  post(body: string | Readonly<Record<string, unknown>>): Promise<number>;
  /** Ends it with Ctrl+C, or the hard way. Resolves with what it wrote to the terminal. */
  stop(signal?: 'SIGINT' | 'SIGKILL'): Promise<{ readonly stdout: string; readonly stderr: string }>;
}

interface Wishes {
  readonly dataDir?: string;
  readonly flags?: readonly string[];
  /** False for a start that cannot listen, and so prints no address for the PBX. */
  readonly listens?: boolean;
}

/** A Ringside that is set up for extension 1002, on any free port. */
const asAgent1002 = ['--port', '0', '--extension', '1002'];

/** Resolves once it has printed its addresses; ended when the test is over. */
export async function startRingside(wishes: Wishes = {}): Promise<Ringside> {
  const { dataDir = tempFolder(), flags = asAgent1002, listens = true } = wishes;
  const run = npmStart(['--browser', '--no-open', '--data-dir', dataDir, ...flags], {});
  const stop: Ringside['stop'] = (signal = 'SIGINT') => {
    run.child.kill(signal);
    return run.ended;
  };
  onTestFinished(async () => void (await stop()));
  const printed = async (name: string) => (await run.line(new RegExp(`^${name}: http:`))).slice(name.length + 2);
  const [url, webhook] = await Promise.all([printed('Ringside'), listens ? printed('Webhook') : Promise.resolve('')]);
  return { url, webhook, dataDir, stop, post: (body) => post(webhook, body) };
}

async function post(address: string, body: string | Readonly<Record<string, unknown>>): Promise<number> {
  const response = await fetch(address, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: typeof body === 'string' ? body : JSON.stringify(body),
  });
  await response.arrayBuffer();
  return response.status;
}

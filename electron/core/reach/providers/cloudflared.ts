import { rmSync } from 'node:fs';
import { join } from 'node:path';

import type { ReachSettings } from '../../../../shared/reach.ts';
import { makeFolder } from '../../makeFolder.ts';
import type { Clock } from '../../ports.ts';
import { writeAtomically } from '../../settings/atomicFile.ts';
import { runChild } from '../child.ts';
import { type Reason, reasonIn } from '../cloudflared/exits.ts';
import { type Metrics, metricsOn } from '../cloudflared/metrics.ts';
import { eventStream } from '../eventStream.ts';
import { freePort } from '../freePort.ts';
import { lastWords } from '../lastWords.ts';
import { pause } from '../pause.ts';
import { publicAddress } from '../publicAddress.ts';
import type { Tunnel, TunnelEvent } from '../tunnel.ts';

export interface CloudflaredOptions {
  readonly settings: ReachSettings['cloudflared'];
  /** Of the named tunnel; null for a quick one. */
  readonly token: string | null;
  readonly dataDir: string;
  readonly clock: Clock;
  /** Absolute path of cloudflared. */
  readonly program: string;
}

/** How often the program is asked about itself, in ms: until it is ready, and afterwards. */
const askMs = { soon: 250, later: 2000 };

/** Cloudflare's program: a named tunnel of an account, or a quick one for trying out. */
export function cloudflaredTunnel({ settings, token, dataDir, clock, program }: CloudflaredOptions): Tunnel {
  const isQuick = token === null;
  const folder = join(dataDir, 'cloudflared');
  const tokenFile = join(folder, 'token');
  const configFile = join(folder, 'config.yml');
  return {
    hasStableUrl: !isQuick,
    isMetered: false,
    hasEdgeRules: !isQuick,
    senderHeader: 'cf-connecting-ip',
    run: (toPort, signal) =>
      eventStream(async (emit) => {
        const words = lastWords(token === null ? [] : [token]);
        // What ends the run besides the signal: words that no waiting helps against, or the program's own end.
        const over = new AbortController();
        let why: Reason = { class: 'transient', code: 'exited' };
        makeFolder(folder);
        // Not the user's own, whose tunnels are none of our business.
        writeAtomically(configFile, 'no-autoupdate: true\n');
        if (token !== null) writeAtomically(tokenFile, token);
        const forgetToken = () => rmSync(tokenFile, { force: true });
        try {
          const metricsPort = await freePort();
          const child = runChild({
            program,
            args: cloudflaredArguments({ configFile, metricsPort, toPort, tokenFile: isQuick ? null : tokenFile }),
            dataDir,
            clock,
            signal: AbortSignal.any([signal, over.signal]),
            line(text) {
              if (!/^\S+Z (DBG|INF) /.test(text)) words.hear(text);
              const reason = reasonIn(text);
              if (reason === null) return;
              why = reason;
              if (reason.class === 'blocked') over.abort();
            },
          }).finally(() => over.abort());
          const until = AbortSignal.any([signal, over.signal]);
          const url = isQuick ? null : publicAddress(settings.url);
          await follow(metricsOn(metricsPort), { url, clock, until, emit, connected: forgetToken });
          await child;
        } finally {
          forgetToken();
        }
        if (signal.aborted) return;
        emit({ kind: 'exit', class: why.class, trouble: { code: why.code, detail: words.text() } });
      }),
  };
}

interface Following {
  /** Where the named tunnel is; null for a quick one, which has to be asked. */
  readonly url: string | null;
  readonly clock: Clock;
  readonly until: AbortSignal;
  readonly emit: (event: TunnelEvent) => void;
  readonly connected: () => void;
}

/** Says what the program says of itself, until the end. */
async function follow(metrics: Metrics, { url: known, clock, until, emit, connected }: Following): Promise<void> {
  let url = known;
  let wasReady = false;
  if (url !== null) emit({ kind: 'url', url });
  const isOver = () => until.aborted;
  while (!isOver()) {
    if (url === null) {
      url = await metrics.quickUrl();
      if (url !== null) emit({ kind: 'url', url });
    }
    const isReady = await metrics.isReady();
    if (isOver()) return;
    if (isReady && !wasReady) {
      connected();
      emit({ kind: 'connected' });
    }
    if (!isReady && wasReady) emit({ kind: 'disconnected', trouble: { code: 'not-ready', detail: '' } });
    wasReady = isReady;
    await pause(clock, isReady && url !== null ? askMs.later : askMs.soon, until);
  }
}

interface Arguments {
  readonly configFile: string;
  readonly metricsPort: number;
  readonly toPort: number;
  readonly tokenFile: string | null;
}

/** The token is named by its file: every user of the machine can read the arguments of a program. */
function cloudflaredArguments({ configFile, metricsPort, toPort, tokenFile }: Arguments): string[] {
  const common = ['tunnel', '--config', configFile, '--metrics', `127.0.0.1:${metricsPort}`];
  const to = ['--url', `http://127.0.0.1:${toPort}`];
  // The account may say where a named tunnel leads to; what it leaves open is ours to say.
  return tokenFile === null ? [...common, ...to] : [...common, ...to, 'run', '--token-file', tokenFile];
}

import { once } from 'node:events';
import { createServer } from 'node:http';
import { request } from 'node:https';
import type { AddressInfo } from 'node:net';

import { onTestFinished } from 'vitest';

import { systemClock } from '../../electron/core/clock.ts';
import { type ReachChoice, type SupervisedReach, superviseReach } from '../../electron/core/reach/superviseReach.ts';
import type { ProbeResult } from '../../electron/core/reach/tunnel.ts';
import type { ReachState } from '../../shared/reach.ts';

export interface Supervised {
  readonly reach: SupervisedReach;
  /** Every state there was, oldest first. */
  readonly states: ReachState[];
}

/** A supervised way to a listener that answers 204 to everything; ends with the test. */
export async function supervised(choice: ReachChoice, certificate: string): Promise<Supervised> {
  const listener = createServer((_request, response) => response.writeHead(204).end()).listen(0, '127.0.0.1');
  await once(listener, 'listening');
  const states: ReachState[] = [];
  const reach = superviseReach({
    clock: systemClock,
    log: { info() {}, warn() {}, error() {} },
    probe: (url, signal) => ask(`${url}/hooks/probe`, certificate, signal),
    changed() {
      const state = reach.state();
      if (state !== states.at(-1)) states.push(state);
    },
    random: Math.random,
  });
  onTestFinished(async () => {
    await reach.stop();
    listener.close();
    listener.closeAllConnections();
  });
  reach.choose(choice, (listener.address() as AddressInfo).port);
  return { reach, states };
}

/** One request by the public address. */
export async function ask(url: string, certificate: string, signal: AbortSignal): Promise<ProbeResult> {
  const began = performance.now();
  try {
    const sent = request(url, { ca: certificate, signal, agent: false }).end();
    const [response] = (await once(sent, 'response', { signal })) as [{ statusCode: number; resume(): void }];
    response.resume();
    if (response.statusCode === 204) return { kind: 'returned', milliseconds: performance.now() - began };
    return { kind: 'lost', trouble: { code: 'http-error', detail: String(response.statusCode) } };
  } catch (error) {
    return { kind: 'lost', trouble: { code: 'unreachable', detail: String(error) } };
  }
}

import { expect, onTestFinished } from 'vitest';

import { systemClock } from '../../electron/core/clock.ts';
import { startListener } from '../../electron/core/http/listener.ts';
import type { Receipt } from '../../electron/core/ingest/inbox.ts';
import type { Clock } from '../../electron/core/ports.ts';

const token = 'A-token_of-43-characters-like-a-real-one-000';

/** The listener alone, for what cannot be seen through the whole app. Stopped when the test is over. */
export async function listen(options: {
  readonly deliver?: (body: Buffer) => Promise<Receipt>;
  readonly requestTimeoutMs?: number;
  readonly clock?: Clock;
}) {
  const clock = options.clock ?? systemClock;
  const started = await startListener({
    port: 0,
    tokens: () => [token],
    probed: () => ({ proof: null }),
    accepted() {},
    local: { path: '/self-test/key', selfTests: () => expect.unreachable() },
    version: '0.0.0-test',
    deliver: () => Promise.resolve({ kind: 'stored' }),
    wrongAddress() {},
    ...options,
    clock,
  });
  if (started.kind !== 'listening') throw new Error(`does not listen: ${started.kind}`);
  onTestFinished(() => started.listener.stop(0));
  return { listener: started.listener, port: started.listener.port, path: `/hooks/${token}` };
}

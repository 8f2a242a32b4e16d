import type { ServerResponse } from 'node:http';

import type { App } from '../core/app.ts';
import type { Clock, Log } from '../core/ports.ts';

const heartbeatMs = 25_000;
/** Bytes that may wait for a client. Pushes are tiny: one that is so far behind is asleep, and reads all again anyway. */
const maxBacklog = 256 * 1024;

/**
 * Sends every push to this client as server-sent events until it goes away, falls too far behind or the response is
 * ended. The first comment tells it that nothing is missed from then on.
 */
export function streamPushes(response: ServerResponse, app: App, clock: Clock, log: Log): void {
  response.writeHead(200, { 'Content-Type': 'text/event-stream; charset=utf-8' });

  const send = (text: string): void => {
    if (response.writableEnded || response.destroyed) return;
    response.write(text);
    if (response.writableLength > maxBacklog) {
      log.warn('a page that does not read its pushes was disconnected');
      response.destroy();
    }
  };
  const unsubscribe = app.subscribe((push) => send(`data: ${JSON.stringify(push)}\n\n`));
  let callOffHeartbeat: () => void;
  const beat = (): void => {
    send(':\n\n');
    callOffHeartbeat = clock.after(heartbeatMs, beat);
  };
  beat();
  response.once('close', () => {
    unsubscribe();
    callOffHeartbeat();
  });
}

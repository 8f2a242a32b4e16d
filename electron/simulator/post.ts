import { Agent as HttpAgent, request as httpRequest } from 'node:http';
import { Agent as HttpsAgent, request as httpsRequest } from 'node:https';

import type { Delivery } from './delivery.ts';

export type Answer =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string }
  /** Nobody answered, or not in time. */
  | { readonly kind: 'unanswered'; readonly message: string };

export interface Posting {
  readonly to: URL;
  /** How many times faster than the story; `Infinity` does not wait at all. */
  readonly speed: number;
  /** How many may be on their way at once. */
  readonly inFlight?: number;
  /** Waits until so many milliseconds have passed since the posting began, or the signal says stop. */
  readonly sleepUntil: (ms: number) => Promise<void>;
  readonly signal: AbortSignal;
  readonly onAnswer: (delivery: Delivery, answer: Answer) => void;
}

/** How many deliveries came to what: a status, or `no answer`. */
export type Tally = ReadonlyMap<number | 'no answer', number>;

const answerWithinMs = 15_000;

/**
 * Posts the deliveries at their times, as the PBX does: the next one does not wait for the answer to the last.
 * Resolves when all are answered; after the signal says stop, nothing more is sent. Never rejects for what the other
 * side does.
 */
export async function post(deliveries: readonly Delivery[], posting: Posting): Promise<Tally> {
  const { to, speed, inFlight = 64, sleepUntil, signal, onAnswer } = posting;
  const tally = new Map<number | 'no answer', number>();
  const sender = createSender(to);
  const send = async (delivery: Delivery) => {
    const answer = await sender.post(delivery.body);
    const outcome = answer.kind === 'answered' ? answer.status : 'no answer';
    tally.set(outcome, (tally.get(outcome) ?? 0) + 1);
    onAnswer(delivery, answer);
  };

  const pending = new Set<Promise<void>>();
  for (const delivery of deliveries) {
    await sleepUntil(delivery.atMs / speed);
    if (pending.size >= inFlight) await Promise.race(pending);
    if (signal.aborted) break;
    const sent = send(delivery).finally(() => pending.delete(sent));
    pending.add(sent);
  }
  await Promise.all(pending);
  sender.close();
  return tally;
}

/** `fetch` would say `Sec-Fetch-Mode`, which makes it look like a web page, and those are turned away. */
function createSender(to: URL) {
  const secure = to.protocol === 'https:';
  const agent = new (secure ? HttpsAgent : HttpAgent)({ keepAlive: true });
  const request = secure ? httpsRequest : httpRequest;
  return {
    post: (body: string) =>
      new Promise<Answer>((resolve) => {
        const failed = (error: Error) => resolve({ kind: 'unanswered', message: error.message });
        const outgoing = request(to, {
          method: 'POST',
          agent,
          signal: AbortSignal.timeout(answerWithinMs),
          headers: { 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) },
        });
        outgoing.on('error', failed);
        outgoing.on('response', (response) => {
          let text = '';
          response.setEncoding('utf8');
          response.on('data', (chunk: string) => (text += chunk));
          response.on('error', failed);
          response.on('end', () => resolve({ kind: 'answered', status: response.statusCode ?? 0, body: text }));
        });
        outgoing.end(body);
      }),
    close: () => agent.destroy(),
  };
}

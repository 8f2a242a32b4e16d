import { createHmac, randomBytes } from 'node:crypto';

import type { TroubleCode } from '../../../shared/reach.ts';
import { answers } from '../http/answer.ts';
import { probeHeader } from '../http/probeHeader.ts';
import { sameSecret } from '../http/sameSecret.ts';
import type { Clock } from '../ports.ts';
import { send, type Sent } from './send.ts';
import type { ProbeResult } from './tunnel.ts';

/** How long a probe may take, in ms: a caller's second ring comes after five seconds. */
const patienceMs = 5000;

export interface Prober {
  /** Sends a probe to the webhook at a public address and waits for it at our own listener. Never rejects. */
  probe(webhook: string, signal: AbortSignal): Promise<ProbeResult>;
  /** What the listener answers to a request with that header: the proof that only this Ringside can give, to its own. */
  answer(header: string): { readonly proof: string | null };
}

/** Probes of this run: signed with a key that nobody else has, each good for one time. */
export function openProber(clock: Pick<Clock, 'nowUs'>): Prober {
  const key = randomBytes(32);
  const sign = (what: 'ask' | 'proof', nonce: string) =>
    createHmac('sha256', key).update(`${what}:${nonce}`).digest('hex');
  /** Under way; whether our own listener has seen it. */
  const pending = new Map<string, { isSeen: boolean }>();

  return {
    async probe(webhook, signal) {
      const nonce = randomBytes(16).toString('hex');
      const one = { isSeen: false };
      pending.set(nonce, one);
      const sentUs = clock.nowUs();
      const sent = await send(webhook, {
        body: Buffer.from('{}'),
        headers: { [probeHeader]: `${nonce}.${sign('ask', nonce)}` },
        signal,
        patienceMs,
      });
      pending.delete(nonce);
      const proof = sent.kind === 'answered' && sent.status === 200 ? proofIn(sent.body) : null;
      if (one.isSeen && typeof proof === 'string' && sameSecret(proof, sign('proof', nonce))) {
        return { kind: 'returned', milliseconds: Math.round((clock.nowUs() - sentUs) / 1000) };
      }
      return { kind: 'lost', trouble: troubleOf(sent) };
    },
    answer(header) {
      const [nonce = '', signature = ''] = header.split('.', 2);
      const one = pending.get(nonce);
      if (one === undefined || !sameSecret(signature, sign('ask', nonce))) return { proof: null };
      one.isSeen = true;
      return { proof: sign('proof', nonce) };
    },
  };
}

/** Null in the answer of a Ringside that is not this one; `undefined` in an answer of no Ringside at all. */
function proofIn(body: string): string | null | undefined {
  try {
    const { proof } = JSON.parse(body) as Partial<Record<string, unknown>>;
    return typeof proof === 'string' || proof === null ? proof : undefined;
  } catch {
    return undefined;
  }
}

function troubleOf(sent: Sent) {
  if (sent.kind === 'failed') return sent.trouble;
  const lost = (code: TroubleCode, detail: string) => ({ code, detail });
  const { status, body, location } = sent;
  if (isOfAnotherRingside(status, body)) return lost('not-ours', '');
  if (status >= 300 && status < 400) return lost('wrong-answer', `HTTP ${status} to ${location ?? 'nowhere'}`);
  if (status >= 400) return lost('http-error', `HTTP ${status}`);
  return lost('wrong-answer', `HTTP ${status}`);
}

/** It has another token, or the same one and another key. */
function isOfAnotherRingside(status: number, body: string): boolean {
  if (status === 404) return body === JSON.stringify(answers.notFound.body);
  return status === 200 && proofIn(body) !== undefined;
}

import { type Agent, type IncomingMessage, request as requestPlain } from 'node:http';
import { request as requestSafe } from 'node:https';

import type { Trouble, TroubleCode } from '../../../shared/reach.ts';
import { trustSystem } from './trustSystem.ts';

export type Sent =
  | { readonly kind: 'answered'; readonly status: number; readonly body: string; readonly location: string | null }
  | { readonly kind: 'failed'; readonly trouble: Trouble };

interface Sending {
  readonly body: Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  readonly signal: AbortSignal;
  /** How long the whole exchange may take, in ms. */
  readonly patienceMs: number;
  /** For connections that are used again; a new one is made where absent. */
  readonly agent?: Agent;
}

/** Of an answer that is larger, the rest is thrown away: what is ours is short. */
const mostBytes = 4096;

/**
 * Posts JSON to an http or https address. Redirects are not followed: what goes out is meant for that address and no
 * other. Never rejects.
 */
export async function send(url: string, sending: Sending): Promise<Sent> {
  const sent = await sendOnce(url, sending);
  const isDistrusted = sent.kind === 'failed' && sent.trouble.code === 'tls';
  return isDistrusted && trustSystem() ? sendOnce(url, sending) : sent;
}

function sendOnce(url: string, { body, headers, signal, patienceMs, agent }: Sending): Promise<Sent> {
  const target = URL.parse(url);
  if (target === null) return Promise.resolve(failed('bad-config', 'not an address'));
  const limit = AbortSignal.timeout(patienceMs);
  return new Promise((resolve) => {
    const begin = target.protocol === 'https:' ? requestSafe : requestPlain;
    const request = begin(target, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': body.length },
      signal: AbortSignal.any([signal, limit]),
      agent: agent ?? false,
    });
    request.once('error', (error: NodeJS.ErrnoException) => {
      resolve(limit.aborted ? failed('timeout', '') : failed(codeOf(error), error.code ?? error.message));
    });
    request.once('response', (response) => {
      read(response).then(
        (text) =>
          resolve({
            kind: 'answered',
            status: response.statusCode ?? 0,
            body: text,
            location: response.headers.location ?? null,
          }),
        (error: unknown) => resolve(failed(limit.aborted ? 'timeout' : 'unreachable', String(error))),
      );
    });
    request.end(body);
  });
}

async function read(response: IncomingMessage): Promise<string> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of response) {
    if (size < mostBytes) chunks.push(chunk as Buffer);
    size += (chunk as Buffer).length;
    // Somebody who never stops sending must not keep us here; the connection is of no more use.
    if (size > 64 * mostBytes) break;
  }
  return Buffer.concat(chunks).toString('utf8').slice(0, mostBytes);
}

function failed(code: TroubleCode, detail: string): Sent {
  return { kind: 'failed', trouble: { code, detail } };
}

const unresolved = new Set(['ENOTFOUND', 'EAI_AGAIN', 'EAI_NODATA', 'EAI_FAIL']);

/** What a failed connection comes to. Certificates have too many codes to name; all of them come from TLS or X.509. */
export function codeOf({ code = '' }: NodeJS.ErrnoException): TroubleCode {
  if (unresolved.has(code)) return 'unresolved';
  if (code === 'ETIMEDOUT') return 'timeout';
  if (
    /^(ERR_(TLS|SSL|OSSL)|CERT_|DEPTH_|SELF_SIGNED|UNABLE_TO_|ERR_TLS|EPROTO|HOSTNAME_|INVALID_(CA|PURPOSE))/.test(code)
  ) {
    return 'tls';
  }
  return 'unreachable';
}

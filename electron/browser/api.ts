import type { IncomingMessage } from 'node:http';

import { requestNames } from '../../shared/contract.ts';
import type { App } from '../core/app.ts';
import { json, refuseInJson, type Answer } from './answer.ts';

/** Bytes a body may have; an honest one has a few hundred. */
const maxBody = 256 * 1024;

/**
 * Answers a request of the contract: `{"argument": …}` in, a `Reply` out. What the core refuses is a reply like any
 * other; the status speaks of the transport alone. Rejects when the client goes away before its body is complete.
 */
export async function answerRequest(name: string, request: IncomingMessage, app: App): Promise<Answer> {
  if (!requestNames.some((known) => known === name)) return refuseInJson(404, 'No request has this name.');
  if (request.method !== 'POST') return refuseInJson(405, 'Requests are posted.', { Allow: 'POST' });
  // A form of another page cannot send this type without asking first.
  const [type = ''] = (request.headers['content-type'] ?? '').split(';');
  if (type.trim().toLowerCase() !== 'application/json')
    return refuseInJson(415, 'The body has to be application/json.');

  const body = await readBody(request);
  if (body === null) return refuseInJson(413, `The body is over ${maxBody} bytes.`);
  const message = parse(body);
  if (message === null) return refuseInJson(400, 'The body has to be a JSON object: {"argument": …}.');
  return json(200, await app.request(name, message.argument));
}

/**
 * The whole body, or null when it is too long. A body that is too long is read to its end and dropped: a client that is
 * still sending would not read the answer, and the server's request timeout is the bound.
 */
async function readBody(request: IncomingMessage): Promise<string | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= maxBody) chunks.push(chunk);
  }
  return size <= maxBody ? Buffer.concat(chunks).toString() : null;
}

function parse(body: string): { readonly argument?: unknown } | null {
  try {
    const value: unknown = JSON.parse(body);
    return typeof value === 'object' && value !== null && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

import type { IncomingMessage } from 'node:http';

export type Body =
  | { readonly kind: 'whole'; readonly bytes: Buffer }
  | { readonly kind: 'too-large' }
  /** The sender hung up, or was cut off for being too slow. */
  | { readonly kind: 'gone' };

const maxBytes = 65_536;
/**
 * A body over the limit is read on and thrown away up to here: closing at once would reset the connection, and the
 * sender would see that instead of the answer.
 */
const maxDrainedBytes = 1_048_576;

/** Collects a request's body, at most 64 KiB of it. Never rejects. */
export function readBody(request: IncomingMessage): Promise<Body> {
  return new Promise((resolve) => {
    if (Number(request.headers['content-length'] ?? 0) > maxDrainedBytes) {
      resolve({ kind: 'too-large' });
      return;
    }
    let chunks: Buffer[] = [];
    let size = 0;
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= maxBytes) chunks.push(chunk);
      else chunks = [];
      if (size > maxDrainedBytes) {
        request.pause();
        resolve({ kind: 'too-large' });
      }
    });
    request.once('end', () => {
      resolve(size > maxBytes ? { kind: 'too-large' } : { kind: 'whole', bytes: Buffer.concat(chunks) });
    });
    request.once('error', () => resolve({ kind: 'gone' }));
    request.once('close', () => resolve({ kind: 'gone' }));
  });
}
